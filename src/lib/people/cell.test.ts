import { describe, expect, test } from 'vitest';
import { clean, readLanguages } from './cell';

describe('clean', () => {
	test('one line, without space around and hidden characters', () => {
		expect(clean(' \u00A0A\u202Emi\u0000na\r\nYu\u00ADsuf\t')).toBe('Amina Yusuf');
	});
	test('leaves the joiner that Persian spelling needs', () => {
		expect(clean('می\u200Cروم')).toBe('می\u200Cروم');
	});
});

describe('readLanguages', () => {
	test('parts by semicolon, comma, slash and the word and', () => {
		for (const cell of [
			'Somali; English',
			'Somali,English',
			'Somali / English',
			'Somali and English'
		])
			expect(readLanguages(cell)).toEqual(['Somali', 'English']);
		expect(readLanguages('Kiswahili na Kiingereza')).toEqual(['Kiswahili', 'Kiingereza']);
		expect(readLanguages('Soomaali iyo Carabi')).toEqual(['Soomaali', 'Carabi']);
	});
	test('names each once and none for an empty cell', () => {
		expect(readLanguages('Somali; somali;;')).toEqual(['Somali']);
		expect(readLanguages(' ')).toEqual([]);
	});
	test('does not part a word that holds and', () => {
		expect(readLanguages('Kirundi; Luganda; Sandawe')).toEqual(['Kirundi', 'Luganda', 'Sandawe']);
	});
});
