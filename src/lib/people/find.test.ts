import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findNames } from './find';

const list = [
	'Cabdullaahi Maxamed Cali',
	'Abdullahi Hassan',
	'Xaliimo Ciyow-Dheer',
	'Halima Yusuf',
	'Khadija Ngũgĩ',
	'Otieno Kiragu',
	'Faadumo Qalinle',
	"Ka'ab O’Neill",
	'Charles Kithinji'
].map((name) => ({ id: name, name }));
const find = (typed: string) => findNames(list, typed);

describe('findNames', () => {
	test('finds nothing before three letters', () => {
		for (const typed of ['', ' ', 'ot', ' o t ', '---', '.*', 'a b'])
			expect(find(typed)).toEqual([]);
		expect(find('oti')).toEqual(['Otieno Kiragu']);
	});

	test('finds any part of a name, without case and accents', () => {
		expect(find('IENO')).toEqual(['Otieno Kiragu']);
		expect(find('ngugi')).toEqual(['Khadija Ngũgĩ']);
		expect(find('no ki')).toEqual(['Otieno Kiragu']);
		expect(find('oneill')).toEqual(["Ka'ab O’Neill"]);
	});

	test('finds Somali names in both spellings, either way', () => {
		expect(find('abdulla')).toEqual(['Abdullahi Hassan', 'Cabdullaahi Maxamed Cali']);
		expect(find('cabdulahi')).toEqual(['Abdullahi Hassan', 'Cabdullaahi Maxamed Cali']);
		expect(find('mahamed')).toEqual(['Cabdullaahi Maxamed Cali']);
		expect(find('khasan')).toEqual(['Abdullahi Hassan']);
		expect(find('xal')).toEqual(['Xaliimo Ciyow-Dheer', 'Halima Yusuf']);
		expect(find('kha')).toContain('Halima Yusuf');
		expect(find('hadija')).toEqual(['Khadija Ngũgĩ']);
		expect(find('der')).toContain('Xaliimo Ciyow-Dheer');
		expect(find('kalinle')).toEqual(['Faadumo Qalinle']);
		expect(find('ali')).toContain('Cabdullaahi Maxamed Cali');
	});

	test('finds given name and father’s name in either order', () => {
		expect(find('kiragu otieno')).toEqual(['Otieno Kiragu']);
		expect(find('kiragu halima')).toEqual([]);
	});

	test('ch is a sound of its own', () => {
		expect(find('charl')).toEqual(['Charles Kithinji']);
		expect(findNames([{ id: 'h', name: 'Harun Idris' }], 'charun')).toEqual([]);
		expect(findNames([{ id: 'h', name: 'Harun Idris' }], 'xarun')).toEqual(['h']);
	});

	test('never gives more than five, and the same in whatever order the list is', () => {
		const many = Array.from({ length: 60 }, (_, i) => ({ id: `${i}`, name: `Amina ${i % 7} Ali` }));
		fc.assert(
			fc.property(
				fc.shuffledSubarray(many, { minLength: 60 }),
				fc.constantFrom('ami', 'ali', 'amina 3', 'caliy'),
				(shuffled, typed) => {
					const found = findNames(shuffled, typed);
					expect(found.length).toBeLessThanOrEqual(5);
					expect(found).toEqual(findNames(many, typed));
				}
			)
		);
	});

	test('every name of three letters is found by itself', () => {
		for (const { name } of list) expect(find(name)[0]).toBe(name);
	});
});
