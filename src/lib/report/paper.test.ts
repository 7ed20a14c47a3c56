import { describe, expect, test } from 'vitest';
import { cssString, pageRule } from './paper';

/** What a browser makes of a CSS string, by CSS Syntax Module Level 3, 4.3.5 and 4.3.7. */
const read = (css: string) =>
	css
		.slice(1, -1)
		.replace(/\\([0-9a-f]{1,6}) ?/g, (_, code: string) => String.fromCodePoint(parseInt(code, 16)));

describe('cssString', () => {
	test.each([
		'Two Shores, Kilindwe',
		'“Quoted” and "quoted" and \'quoted\'',
		'back\\slash',
		'a\nnew line',
		'مناظرة، ٢',
		'Wakiil & Co; 100 %',
		'half 😀 and é'
	])('%s is read back as it was', (text) => expect(read(cssString(text))).toBe(text));
	test('nothing in it ends the string, the rule or the element it stands in', () => {
		const safe = cssString('"}</style><script>alert(1)</script>\\');
		expect(safe.slice(1, -1)).not.toMatch(/["<>{}\n]/);
		expect(safe.slice(1, -1)).not.toMatch(/\\(?![0-9a-f]+ )/);
	});
	test('no character ends it early: what CSS has no code for is replaced', () =>
		expect(read(cssString('a\0b'))).toBe('a\ufffdb'));
});

describe('pageRule', () => {
	test('the number is counted by the browser, in the order of the language', () => {
		const rule = (number: string) => pageRule({ head: 'H', number, foot: 'F' });
		expect(rule('{page} of {pages}')).toContain('content:counter(page) " of " counter(pages)');
		expect(rule('{pages}: {page}')).toContain('content:counter(pages) ": " counter(page)');
	});
	test('is A4, with head and foot', () => {
		const rule = pageRule({ head: 'Head', number: '{page}', foot: 'Foot' });
		expect(rule).toContain('size:A4');
		expect(rule).toContain('@top-left{content:"Head"');
		expect(rule).toContain('@bottom-left{content:"Foot"');
	});
});
