import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { initials } from './initials';

const of = (...names: string[]) => [
	...initials(names.map((name) => ({ id: name, name }))).values()
];

describe('initials', () => {
	test('are the first letters of the first and the last name', () => {
		expect(of('Otieno Kiragu')).toEqual(['OK']);
		expect(of('Cabdullaahi Maxamed Cali')).toEqual(['CC']);
		expect(of('Zoë Ñandú')).toEqual(['ZN']);
		expect(of('Halima')).toEqual(['HA']);
	});
	test('a second person with the same ones gets another letter of the name', () => {
		expect(of('Amina Kamau', 'Asha Kilonzo')).toEqual(['AK', 'AI']);
	});
	test('are two characters and different for everybody in a team', () => {
		const name = fc.stringMatching(/^[A-Ca-c]{1,3}( [A-Ca-c]{1,2})?$/);
		fc.assert(
			fc.property(fc.array(name, { maxLength: 14 }), (names) => {
				const all = [...initials(names.map((name, i) => ({ id: `${i}`, name }))).values()];
				expect(new Set(all).size).toBe(names.length);
				for (const pair of all) expect([...pair]).toHaveLength(2);
			})
		);
	});
});
