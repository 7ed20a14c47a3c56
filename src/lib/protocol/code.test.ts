import { describe, expect, test } from 'vitest';
import { readCode, showCode } from './code';

describe('readCode', () => {
	test('spaces, hyphens and lower case do not matter', () => {
		for (const typed of ['KTR7WM', 'ktr 7wm', ' KTR-7WM ', 'k t r – 7 w m'])
			expect(readCode(typed)).toBe('KTR7WM');
	});
	test('a text of another length or with a character no code has is no code', () => {
		for (const typed of ['', 'KTR7W', 'KTR7WMM', 'KTR0WM', 'KTRIWM', 'KTR7W<'])
			expect(readCode(typed)).toBeUndefined();
	});
});

describe('showCode', () => {
	test('reads as three and three', () => expect(showCode('KTR7WM')).toBe('KTR 7WM'));
	test('a long one too, and what is typed of one', () => {
		expect(showCode('KTR7WM8HX2QP')).toBe('KTR 7WM 8HX 2QP');
		expect(['', 'KT', 'KTR', 'KTR7'].map(showCode)).toEqual(['', 'KT', 'KTR', 'KTR 7']);
	});
});
