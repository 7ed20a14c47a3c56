import { readFileSync, readdirSync } from 'node:fs';
import { Parser } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { attributes, elements, filesShown, renderMarkdown } from './render';

const file = (path: string) => (path.startsWith('own.') ? `/files/${encodeURI(path)}` : undefined);
const html = (markdown: string) => renderMarkdown(markdown, { file }).trim();

const payloads = new URL('../../../tests/fixtures/xss/', import.meta.url);
const classes = readdirSync(payloads).filter((name) => name.endsWith('.json'));

/** What an HTML reader finds in a text: each element with its attributes. */
function found(text: string): { name: string; attribs: Record<string, string> }[] {
	const all: { name: string; attribs: Record<string, string> }[] = [];
	const parser = new Parser({ onopentag: (name, attribs) => void all.push({ name, attribs }) });
	parser.end(text);
	return all;
}

/** Everything in a rendered text that is outside the list or leads to a script. */
function wrong(text: string): string[] {
	return found(text).flatMap(({ name, attribs }) => [
		...(elements.includes(name) ? [] : [`<${name}>`]),
		...Object.entries(attribs).flatMap(([key, value]) => {
			if (!attributes[name]?.includes(key)) return [`${name} ${key}="${value}"`];
			if (key !== 'href' && key !== 'src') return [];
			const { protocol, host } = new URL(value, 'http://baraza.test/room/');
			const here = host === 'baraza.test';
			const good = ['http:', 'https:', 'mailto:'].includes(protocol);
			// Whatever stays on this server is a file that was asked for, or a place in the page.
			const asked = !here || value.startsWith('/files/') || value.startsWith('#');
			return good && asked && (key === 'href' || here) ? [] : [`${name} ${key}="${value}"`];
		})
	]);
}

describe('renderMarkdown', () => {
	test.each(classes)('makes nothing of the payloads in %s', (name) => {
		const texts: string[] = JSON.parse(readFileSync(new URL(name, payloads), 'utf8'));
		expect(texts.length).toBeGreaterThan(5);
		for (const text of texts)
			for (const place of [text, `> ${text}`, `- ${text}`, `**${text}**`, `| ${text} |\n| - |\n`])
				expect.soft({ text: place, wrong: wrong(html(place)) }).toEqual({ text: place, wrong: [] });
	});

	test('is tried with at least a hundred payloads, and the check finds what it must', () => {
		const all = classes.flatMap(
			(name) => JSON.parse(readFileSync(new URL(name, payloads), 'utf8')) as string[]
		);
		expect(all.length).toBeGreaterThan(100);
		expect(wrong('<script>1</script><a href="jav&#x09;ascript:x" onclick="y">z</a>')).toHaveLength(
			3
		);
		expect(wrong('<img src="https://e.example/x.png"><a href="/admin">x</a>')).toHaveLength(2);
	});

	test('shows HTML as it was typed', () => {
		expect(html('a <b>b</b>')).toBe('<p>a &lt;b&gt;b&lt;/b&gt;</p>');
	});

	test('begins headings at level four', () => {
		expect(html('#### Who\n\n##### What')).toBe('<h4>Who</h4>\n<h5>What</h5>');
		expect(html('# Loud')).toBe('<h4>Loud</h4>');
	});

	test('shows pictures of the scenario, and words for all others', () => {
		expect(html('![A map](own.png)')).toBe('<p><img src="/files/own.png" alt="A map" /></p>');
		expect(html('![A map](other.png)')).toBe('<p>A map</p>');
		expect(html('![A map](https://example.org/map.png)')).toBe('<p>A map</p>');
	});

	test('opens links elsewhere in a window that cannot reach back', () => {
		expect(html('[UN](https://example.org/?a=1&amp;b=2)')).toBe(
			'<p><a href="https://example.org/?a=1&amp;b=2" rel="noopener noreferrer" target="_blank">UN</a></p>'
		);
		expect(html('[there](#there)')).toBe('<p><a href="#there">there</a></p>');
		expect(html('[paper](secret.pdf)')).toBe('<p>paper</p>');
	});

	test('keeps tables, their alignment, and boxes as signs', () => {
		expect(html('| a |\n| -: |\n| 1 |')).toContain('<td align="right">1</td>');
		expect(html('- [x] done\n- [ ] open')).toContain('<li>☑ done</li>\n<li>☐ open</li>');
	});
});

describe('filesShown', () => {
	test('names the scenario’s own files once, pictures and links, wherever they stand', () => {
		const text =
			'![a](own.png)\n\n> [b](papers/own%20letter.pdf)\n\n| ![a](./own.png) |\n| - |\n\n[r]\n\n[r]: own.ref';
		expect(filesShown(text)).toEqual(['own.png', 'papers/own letter.pdf', 'own.ref']);
	});

	test('names nothing outside the folder', () => {
		expect(
			filesShown(
				'[a](../x) [b](/etc/x) [c](https://e.example/x) [d](a\\b) [e](%2e%2e/x) [f](#x) [g](a//b)'
			)
		).toEqual([]);
	});
});
