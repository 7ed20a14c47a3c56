import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { document } from './read.fixture';
import { pieces, sections, wholeOf, type Section } from './sections';

const all = (section: Section): Section[] => [section, ...section.under.flatMap(all)];

const written = ['two-shores', 'harbour-permits'].map((slug) =>
	readFileSync(new URL(`../../../scenarios/${slug}/scenario.md`, import.meta.url), 'utf8')
);

/** Every heading of level 1 to 3 by a plain search, outside front matter; none of these texts has code. */
function headings(text: string): [number, string][] {
	return text
		.split('\n')
		.flatMap((line, i): [number, string][] =>
			/^#{1,3} /.test(line) ? [[i + 1, line.trim()]] : []
		);
}

describe('sections', () => {
	test.each([document, ...written])('finds each heading of a scenario on its line', (text) => {
		const found = all(sections(text.replace(/^---\n/, '\n'), 1)).slice(1);
		const plain = headings(text);
		const ours = found.map(({ line, raw }) => [line, raw.trim()]);
		expect(ours.filter(([, raw]) => String(raw).startsWith('#'))).toEqual(plain);
	});

	test('keeps every word of the text in one section', () => {
		const body = document.split('---\n')[2]!;
		const words = (text: string) => text.split(/\s+/).filter(Boolean);
		expect(words(sections(body, 1).under.map(wholeOf).join('\n'))).toEqual(words(body));
	});
});

describe('pieces', () => {
	test('leave nothing out, whatever the text, and count its lines', () => {
		const part = fc.constantFrom(
			...[
				'# a',
				'- b',
				'  - c',
				'1. d',
				'> e',
				'```',
				'| f | g |',
				'| - | - |',
				'<h>',
				'[i]: j',
				''
			],
			...['    k', '\tl', '---', '===', 'm', '   ', '<!--', '**n', '\\', '\u00a0']
		);
		fc.assert(
			fc.property(fc.array(part, { maxLength: 14 }), (lines) => {
				const text = lines.join('\n');
				const found = pieces(text, 7);
				expect(found.map(({ raw }) => raw).join('')).toBe(found.length ? text : '');
				for (const [i, { line }] of found.entries()) {
					const before = found
						.slice(0, i)
						.map(({ raw }) => raw)
						.join('');
					expect(line).toBe(7 + before.split('\n').length - 1);
				}
			}),
			{ numRuns: 500 }
		);
	});
});
