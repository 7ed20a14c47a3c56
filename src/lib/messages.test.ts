import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const LOCALES = ['en', 'sw', 'so'] as const;

const read = (locale: string): Record<string, string> => {
	const { $schema: _schema, ...all } = JSON.parse(readFileSync(`messages/${locale}.json`, 'utf8'));
	return all;
};
const messages = Object.fromEntries(LOCALES.map((locale) => [locale, read(locale)]));
const english = messages.en as Record<string, string>;

/** Source files that a participant's or a projector's page is made of. */
const PLACES = [
	'src/routes/join',
	'src/routes/room',
	'src/routes/glossary',
	'src/routes/screen',
	'src/lib/components'
];
/** Components that only facilitators' and authors' pages use. */
const LEADERS = /LeadBar|PersonMenu|roster-problem/;

function sources(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((file) => file.isFile() && /\.(svelte|ts)$/.test(file.name))
		.map((file) => join(file.parentPath, file.name));
}

const files = [
	...PLACES.flatMap(sources),
	...readdirSync('src/routes')
		.filter((name) => /\.(svelte|ts)$/.test(name))
		.map((name) => join('src/routes', name))
].filter((file) => !LEADERS.test(file) && !file.endsWith('.test.ts'));

const used = new Set(
	files.flatMap((file) =>
		[...readFileSync(file, 'utf8').matchAll(/\bm\.(\w+)/g)].map((match) => match[1] ?? '')
	)
);

const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

describe('messages', () => {
	test('the scan finds what participants see', () => {
		expect([...used]).toEqual(
			expect.arrayContaining(['join_title', 'room_saved', 'case_add_tool'])
		);
	});
	test.each(['sw', 'so'] as const)('everything a participant sees is there in %s', (locale) =>
		expect([...used].filter((key) => key in english && !messages[locale]?.[key])).toEqual([])
	);
	test('every message that is used exists in English', () =>
		expect([...used].filter((key) => !(key in english))).toEqual([]));
	test.each(['sw', 'so'] as const)(
		'%s has no message that English lacks, and none empty',
		(locale) => {
			const own = messages[locale] as Record<string, string>;
			expect(Object.keys(own).filter((key) => !(key in english))).toEqual([]);
			expect(Object.entries(own).filter(([, text]) => !text.trim())).toEqual([]);
		}
	);
	test.each(['sw', 'so'] as const)('%s keeps every placeholder', (locale) => {
		for (const [key, text] of Object.entries(messages[locale] as Record<string, string>))
			expect(holes(text), key).toEqual(holes(english[key] ?? ''));
	});
});
