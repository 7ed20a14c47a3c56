import { describe, expect, test } from 'vitest';
import { decode } from './encoding';

describe('decode', () => {
	test('a byte-order mark decides and is left out', () => {
		expect(decode(Uint8Array.from([0xef, 0xbb, 0xbf, 0x41]))).toBe('A');
		expect(decode(Uint8Array.from([0xff, 0xfe, 0x41, 0]))).toBe('A');
		expect(decode(Uint8Array.from([0xfe, 0xff, 0, 0x41]))).toBe('A');
	});
	test('what is no UTF-8 is Windows-1252', () => {
		expect(decode(new TextEncoder().encode('Ngũgĩ الاسم'))).toBe('Ngũgĩ الاسم');
		expect(decode(Uint8Array.from([0x5a, 0x6f, 0xeb, 0x92]))).toBe('Zoë’');
	});
	test('workbooks, old Office files and PDF are no text', () => {
		for (const begin of [
			[0x50, 0x4b, 3, 4],
			[0xd0, 0xcf, 0x11, 0xe0],
			[0x25, 0x50, 0x44, 0x46]
		])
			expect(decode(Uint8Array.from([...begin, 65, 65]))).toBeUndefined();
	});
});
