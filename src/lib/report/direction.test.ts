import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runsRightToLeft, stretches } from './direction';

describe('runsRightToLeft', () => {
	test.each([
		['يسمّي كل طرف', true],
		['  (24/7) – يسمّي', true],
		['"שלום"', true],
		['ދިވެހި', true],
		['Each side names one', false],
		['እያንዳንዱ ወገን', false],
		['1. Contacts: جهة اتصال', false],
		['جهة اتصال: contacts', true],
		['\u200f(1)', true],
		['٣ contacts', false]
	])('%s goes as its first letter does', (text, rtl) => expect(runsRightToLeft(text)).toBe(rtl));
	test.each(['', '24/7', '— … 12:30', '٣٤'])('%j has no letter, and no direction', (text) =>
		expect(runsRightToLeft(text)).toBeUndefined()
	);
});

describe('stretches', () => {
	const cut = (text: string, rtl: boolean) =>
		stretches(text, rtl).map((one) => `${one.rtl ? 'R' : 'L'}:${one.text}`);

	test('a text of one direction is one stretch', () => {
		expect(cut('Each side, 24/7.', false)).toEqual(['L:Each side, 24/7.']);
		expect(cut('كل طرف، (24/7).', true)).toEqual(['R:كل طرف، (24/7).']);
	});
	test('Latin words stay whole inside Arabic', () =>
		expect(cut('بعبارة lead only أو', true)).toEqual(['R:بعبارة ', 'L:lead only', 'R: أو']));
	test('Arabic words inside Latin take the figure after them along', () =>
		expect(cut('see المادة 5 of it', false)).toEqual(['L:see ', 'R:المادة 5', 'L: of it']));
	test('a mark over a letter is not cut off it', () =>
		expect(cut('in مادّة', false)).toEqual(['L:in ', 'R:مادّة']));
	test('a text without letters goes with its paragraph', () => {
		expect(cut('24/7', true)).toEqual(['R:24/7']);
		expect(cut('24/7', false)).toEqual(['L:24/7']);
	});
	test('nothing is lost or moved', () =>
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom('a', 'ع', '1', ' ', '(', 'ّ', '😀', 'እ', '\n')),
				fc.boolean(),
				(letters, rtl) => {
					const text = letters.join('');
					expect(
						stretches(text, rtl)
							.map((one) => one.text)
							.join('')
					).toBe(text);
				}
			)
		));
});
