import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crowd } from '../../../bench/teams/crowd';
import { exactCost } from '../../../bench/teams/exact';
import { costOfDivision, measure } from '../../../bench/teams/seating';
import type { Attendee } from './attendee';
import { seated, type Division } from './division';
import { form } from './form';

/** Any list: few values each, so that people are alike, and pins now and then. */
const attendee = fc.record({
	name: fc.constantFrom('Amina', 'Halima', 'Otieno', 'Lena', 'Omar'),
	delegation: fc.constantFrom('Kenya', 'Somalia', 'Ethiopia', 'Uganda', 'UNODC'),
	role: fc.constantFrom('prosecutor', 'judge', 'magistrate', 'trainer', ''),
	gender: fc.constantFrom('F', 'M', '')
});
const HOSTS = ['Kenya', 'Somalia'];
const people = (minLength = 0, maxLength = 40) =>
	fc.array(attendee, { minLength, maxLength }).map((list) =>
		list.map((person, i): Attendee => ({
			...person,
			id: `p${i}`,
			host: HOSTS.includes(person.delegation),
			institution: '',
			languages: ''
		}))
	);
const teams = fc.integer({ min: 1, max: 7 });
const seed = fc.integer();

const sizesOf = (division: Division) => division.teams.map((team) => team.length);
const range = (numbers: number[]) => Math.max(...numbers) - Math.min(...numbers);
/** What is said of the people of each team, without ids. */
const said = (division: Division, list: Attendee[]) =>
	seated(division, list).map((team) => team.map((person) => JSON.stringify({ ...person, id: '' })));

describe('form', () => {
	test('everybody sits in exactly one team, and sizes differ by one at most', () => {
		fc.assert(
			fc.property(people(), teams, seed, (list, teams, seed) => {
				const division = form(list, { teams, seed });
				expect(division.teams).toHaveLength(teams);
				expect(division.teams.flat().sort()).toEqual(list.map(({ id }) => id).sort());
				expect(range(sizesOf(division))).toBeLessThanOrEqual(1);
			})
		);
	});

	test('every host delegation is in every team where its number allows, else in as many as it can', () => {
		fc.assert(
			fc.property(people(), teams, seed, (list, teams, seed) => {
				const seats = seated(form(list, { teams, seed }), list);
				for (const host of HOSTS) {
					const number = list.filter(({ delegation }) => delegation === host).length;
					const reached = seats.filter((team) => team.some((p) => p.delegation === host)).length;
					expect(reached).toBe(Math.min(teams, number));
				}
			})
		);
	});

	test('host delegations, guests together, each guest delegation and roles differ by one at most', () => {
		fc.assert(
			fc.property(people(), teams, seed, (list, teams, seed) => {
				const seats = seated(form(list, { teams, seed }), list);
				const kinds: ((person: Attendee) => boolean)[] = [
					(person) => !person.host,
					...['Kenya', 'Somalia', 'Ethiopia', 'Uganda', 'UNODC'].map(
						(name) => (person: Attendee) => person.delegation === name
					)
				];
				for (const kind of kinds)
					expect(range(seats.map((team) => team.filter(kind).length))).toBeLessThanOrEqual(1);
			})
		);
	});

	test('pinned people stay, and the others make the sizes as even as pins permit', () => {
		fc.assert(
			fc.property(
				people(1, 30),
				teams,
				seed,
				fc.array(fc.option(fc.nat(6)), { minLength: 30 }),
				(list, teams, seed, pins) => {
					const pinned = list.map((person, i) => {
						const pin = pins[i];
						return pin === null || pin === undefined ? person : { ...person, pinned: pin % teams };
					});
					const division = form(pinned, { teams, seed });
					for (const { id, pinned: team } of pinned)
						if (team !== undefined) expect(division.teams[team]).toContain(id);
					expect(division.teams.flat()).toHaveLength(list.length);
					const crowded = Math.max(
						...division.teams.map((_, team) => pinned.filter((p) => p.pinned === team).length)
					);
					const free = pinned.some((person) => person.pinned === undefined);
					if (free && crowded <= Math.floor(list.length / teams))
						expect(range(sizesOf(division))).toBeLessThanOrEqual(1);
				}
			)
		);
	});

	test('the same people, number and seed give the same teams, whatever the order and the ids', () => {
		fc.assert(
			fc.property(
				people(0, 25),
				teams,
				seed,
				fc.infiniteStream(fc.nat()),
				(list, teams, seed, dice) => {
					const other = [...list]
						.map((person) => ({ person, place: dice.next().value as number }))
						.sort((a, b) => a.place - b.place)
						.map(({ person }, i) => ({ ...person, id: `other ${i}` }));
					expect(said(form(other, { teams, seed }), other)).toEqual(
						said(form(list, { teams, seed }), list)
					);
					expect(form(list, { teams, seed })).toEqual(form(list, { teams, seed }));
				}
			)
		);
	});

	test('another seed draws other teams, as even as the first', () => {
		const list = crowd(30, 7);
		const of = measure(list, 5);
		const draws = [1, 2, 3, 4].map((seed) => form(list, { teams: 5, seed }));
		expect(new Set(draws.map((draw) => JSON.stringify(draw))).size).toBe(4);
		for (const draw of draws) expect(costOfDivision(of, draw)).toEqual(of.lowest);
	});

	test('is as good as the exact answer on lists small enough to try every division', () => {
		const mixes = [
			undefined,
			{
				hosts: [
					['Kenya', 1],
					['Somalia', 1],
					['Ethiopia', 1]
				],
				guests: [['Uganda', 2]]
			},
			{
				hosts: [['Kenya', 1]],
				guests: [
					['Uganda', 1],
					['UNODC', 1],
					['Djibouti', 1]
				]
			}
		] satisfies Parameters<typeof crowd>[2][];
		for (let i = 0; i < 120; i++) {
			const teams = 2 + (i % 3);
			const list = crowd(5 + (i % 6), i, mixes[i % 3]).map((person, at) =>
				i % 4 === 0 && at < 3 ? { ...person, pinned: (at * i) % teams } : person
			);
			const of = measure(list, teams);
			const cost = costOfDivision(of, form(list, { teams, seed: i }));
			expect(cost, `list ${i}`).toEqual(exactCost(of.traits, of.pins, teams));
		}
	});

	test('a number of teams or a pin that makes no sense is a bug of the caller', () => {
		for (const teams of [0, -1, 1.5, NaN])
			expect(() => form(crowd(3, 1), { teams, seed: 1 })).toThrow(RangeError);
		const pinned = crowd(3, 1).map((person) => ({ ...person, pinned: 2 }));
		expect(() => form(pinned, { teams: 2, seed: 1 })).toThrow(RangeError);
	});
});
