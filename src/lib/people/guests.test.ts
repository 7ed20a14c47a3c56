import { describe, expect, test } from 'vitest';
import type { Delegation, Entry } from './person';
import { readRoster } from './roster';

const delegations: Delegation[] = [
	{ id: 'ke', name: 'Kenya', kind: 'host' },
	{ id: 'so', name: 'Somalia', kind: 'host' },
	{ id: 'eu', name: 'European Union', kind: 'guest' }
];
const given = { delegations, present: [] as Entry[] };
const read = (input: string) => readRoster(input, given);

describe('readRoster, of delegations', () => {
	test('case, accents, codes and other languages name the same delegation', () => {
		const written = ['KENYA', ' kenya ', 'KE', 'Soomaaliya', 'Somalie', 'الصومال', 'EU', 'E.U.'];
		const list = ['name,delegation', ...written.map((text, i) => `Person ${i},${text}`)].join('\n');
		const { entries, problems, guests } = read(list);
		expect(problems).toEqual([]);
		expect(guests).toEqual([]);
		expect(entries.map(({ entry }) => entry.delegation)).toEqual([
			...['Kenya', 'Kenya', 'Kenya', 'Somalia', 'Somalia', 'Somalia'],
			...['European Union', 'European Union']
		]);
	});

	test('one the workshop lacks is a guest under its first spelling', () => {
		const { entries, guests } = read('name,delegation\nA B,Uganda\nC D,uganda\nE F,UNODC');
		expect(guests).toEqual(['UNODC', 'Uganda']);
		expect(entries.map(({ entry }) => entry.delegation)).toEqual(['Uganda', 'Uganda', 'UNODC']);
	});

	test('a near miss is a problem with a hint, be it of a guest in the same list', () => {
		const list = [
			'name,delegation',
			...[
				'A A,Ugannda',
				'B B,Uganda',
				'C C,Uganda',
				'D D,Som',
				'E E,Republic of Kenya',
				'F F,Keyna'
			]
		].join('\n');
		expect(read(list).problems.map(({ line, message }) => [line, message])).toEqual([
			[2, { kind: 'unknown-delegation', found: 'Ugannda', near: 'Uganda' }],
			[5, { kind: 'unknown-delegation', found: 'Som', near: 'Somalia' }],
			[6, { kind: 'unknown-delegation', found: 'Republic of Kenya', near: 'Kenya' }],
			[7, { kind: 'unknown-delegation', found: 'Keyna', near: 'Kenya' }]
		]);
	});

	test('another country is no slip, however like the names are', () => {
		const result = readRoster('name,delegation\nA A,Niger\nB B,Sudan\nC C,Somaliland', {
			present: [],
			delegations: ['Nigeria', 'South Sudan', 'Somalia'].map((name, i) => ({
				id: `${i}`,
				name,
				kind: 'host'
			}))
		});
		expect(result.problems).toEqual([]);
		expect(result.guests).toEqual(['Niger', 'Somaliland', 'Sudan']);
	});
});
