import { describe, expect, test } from 'vitest';
import { read } from './read.fixture';

const head = '---\ntitle: A\n---\n# Exercise: X\n\n';

describe('a document without end', () => {
	const hostile: [string, string][] = [
		...['[', '*', '<', '_a', '`', '(', '\\', '![', '[a](', '**a* ', '<a ', 'a@b.c '],
		...['> ', '- ', '>', '> a\n', '> a\n\n', '- a\n', '- a\n\n', '- a\n  - b\n    - c\n\n'],
		...[
			'# a\n',
			'### Expert\n',
			'## Need: a\n\n',
			'---\n',
			'a\n\n',
			'<!--\n\n',
			'| a | b |\n',
			'[a]: b\n'
		]
	].map((part) => [JSON.stringify(part), part]);
	test.each(hostile)('is refused when a text is nothing but %s', (_, part) => {
		for (const size of [1000 * 1000, 2 * 1000 * 1000]) {
			const { scenario, problems } = read(head + part.repeat(size / part.length));
			expect(scenario).toBeUndefined();
			expect(problems).toMatchObject([{ level: 'unusable', line: expect.any(Number) }]);
		}
	});

	test('is refused for front matter that is nothing but brackets, aliases or depth', () => {
		const matters = [
			`a: ${'['.repeat(5000)}`,
			`a: &a [1]\nb: [${'*a,'.repeat(1000)}1]`,
			Array.from({ length: 50 }, (_, i) => `${' '.repeat(i)}- -`).join('\n'),
			`a: !!js/function x`,
			'a: "'
		];
		for (const matter of matters) {
			const { problems } = read(`---\ntitle: A\n${matter}\n---\n# Exercise: X\n`);
			expect(problems.map(({ level }) => level)).toContain('unusable');
		}
	});

	test('lets three hundred blocks through', () => {
		const needs = Array.from({ length: 300 }, (_, i) => `## Need: N${i}\n\nText.\n`).join('\n');
		expect(read(head + needs).scenario?.exercises[0]?.items).toHaveLength(300);
	});
});
