import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Proposal } from './likeness';
import { membersOf, pairKey, suggest, teamsDiffer, type Joined, type Suggestion } from './suggest';

const GLOSSARY = [
	{ id: 'list', words: { en: ['list of contact points'], sw: ['orodha ya mawasiliano'] } },
	{ id: 'office', words: { en: ['office'], sw: ['ofisi'] } }
];
const LIST = 'Exchange a list of contact points with mobile numbers and a deputy for each office';
const LIKE =
	'A list of contact points and deputies, with mobile numbers, to be exchanged by the offices';
const THIRD = 'The offices exchange their list of contact points, deputies and mobile numbers';
const SWAHILI =
	'Kila ofisi iteue mtu wa mawasiliano; orodha ya mawasiliano yenye nambari za simu ibadilishwe';
const PRINTED =
	'Print a list of contact points for every school, hospital and library of the county';
const OTHER = 'Train judges in the use of video links for witnesses';

const proposal = (id: string, team: string, text: string): Proposal => ({
	id,
	team,
	text,
	horizon: 'immediate',
	owner: '',
	answers: ''
});
const a = proposal('a', 'Acacia', LIST);
const b = proposal('b', 'Fig', LIKE);
const c = proposal('c', 'Mango', THIRD);
const contacts: Joined = { id: 'contacts', sources: ['a', 'b'] };
const found = (all: Proposal[], joined: Joined[], apart: string[] = []) =>
	suggest(all, GLOSSARY, new Set(apart), joined);

describe('suggest, beside what is merged', () => {
	test('one that is alike to every source of a joint recommendation may belong to it; its own words say why', () => {
		const [only, ...more] = found([a, b, c, proposal('d', 'Baobab', OTHER)], [contacts]);
		expect(more).toEqual([]);
		expect(only).toMatchObject({
			ids: ['c'],
			joints: ['contacts'],
			reasons: { concepts: ['list', 'office'], horizon: 'immediate', across: false }
		});
		expect(only!.reasons.words).toEqual(['exchange', 'deputies', 'mobile', 'numbers']);
	});
	test('alike to one source of it only, it does not', () => {
		const mixed = [a, proposal('b', 'Fig', PRINTED), c];
		expect(found(mixed, [contacts])).toEqual([]);
		expect(found([a, c], [{ id: 'contacts', sources: ['a'] }])).toHaveLength(1);
	});
	test('a team whose recommendation is in it already is not shown as agreeing with itself', () => {
		expect(found([a, b, { ...c, team: 'Fig' }], [contacts])).toEqual([]);
	});
	test('two of one team that somebody merged by hand keep no other team out', () => {
		const [only] = found([a, { ...b, team: 'Acacia' }, c], [contacts]);
		expect(only).toMatchObject({ ids: ['c'], joints: ['contacts'] });
	});
	test('two joint recommendations that look the same may be one', () => {
		const [other, d] = [proposal('z', 'Baobab', `${THIRD}.`), proposal('d', 'Neem', LIKE)];
		const joined = [contacts, { id: 'also', sources: ['c', 'z'] }];
		expect(found([a, b, c, other], joined)).toMatchObject([
			{ ids: [], joints: ['also', 'contacts'] }
		]);
		expect(found([a, b, c, other, d], joined)).toMatchObject([
			{ ids: ['d'], joints: ['also', 'contacts'] }
		]);
		expect(found([a, b, c, { ...other, team: 'Fig' }], joined)).toEqual([]);
	});
	test('in another language by the glossary, and says so', () => {
		const [only] = found([a, b, proposal('c', 'Mango', SWAHILI)], [contacts]);
		expect(only).toMatchObject({ ids: ['c'], joints: ['contacts'], reasons: { across: true } });
		expect(only!.reasons.concepts).toEqual(['list', 'office']);
	});
	test('said not to be the same as one source of it, it is not suggested', () => {
		expect(found([a, b, c], [contacts], [pairKey('c', 'b')])).toEqual([]);
	});
});

test('a team may speak twice in what is merged, and not in two parts', () => {
	expect(teamsDiffer([[c], [a, { ...b, team: 'Acacia' }]])).toBe(true);
	expect(teamsDiffer([[c], [a, { ...b, team: 'Mango' }]])).toBe(false);
});

describe('whatever is written and merged', () => {
	const words = 'mobile numbers deputy video links judges register border'.split(' ');
	const kinds = [
		LIST,
		LIKE,
		THIRD,
		SWAHILI,
		OTHER,
		'Video links for witnesses; judges are trained'
	];
	const text = fc
		.tuple(fc.constantFrom(...kinds), fc.subarray(words, { maxLength: 2 }))
		.map(([kind, more]) => [kind, ...more].join(' '));
	const written = fc.record({
		team: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
		text,
		joint: fc.constantFrom(undefined, undefined, 'j0', 'j1', 'j2')
	});
	const room = fc.array(written, { minLength: 2, maxLength: 12 }).map((all) => ({
		all: all.map((one, at) => proposal(`p${at}`, one.team, one.text)),
		joined: ['j0', 'j1', 'j2'].flatMap((id): Joined[] => {
			const sources = all.flatMap(({ joint }, at) => (joint === id ? `p${at}` : []));
			return sources.length ? [{ id, sources }] : [];
		})
	}));
	/** Ids of what stands in it, each group for itself. */
	const units = (one: Suggestion, joined: Joined[]) => [
		...one.ids.map((id) => [id]),
		...one.joints.map((id) => joined.find((group) => group.id === id)!.sources)
	];
	const pairs = (one: Suggestion, joined: Joined[]) =>
		units(one, joined).flatMap((group, at, every) =>
			every.slice(at + 1).flatMap((other) => group.flatMap((x) => other.map((y) => pairKey(x, y))))
		);
	const holds = (rule: (all: Proposal[], joined: Joined[]) => void) =>
		fc.assert(
			fc.property(room, ({ all, joined }) => rule(all, joined)),
			{ numRuns: 100 }
		);

	test('each stands in one suggestion at most, and no team in two parts of one', () =>
		holds((all, joined) => {
			const list = found(all, joined);
			const used = list.flatMap(membersOf);
			expect(new Set(used).size).toBe(used.length);
			for (const one of list) {
				const parts = units(one, joined).map((group) =>
					group.map((id) => all.find((its) => its.id === id)!)
				);
				expect(parts.length).toBeGreaterThan(1);
				expect(teamsDiffer(parts)).toBe(true);
			}
		}));

	test('order, capitals and punctuation change nothing', () =>
		holds((all, joined) => {
			const turned = all
				.toReversed()
				.map((one) => ({ ...one, text: `${one.text.toUpperCase().replaceAll(' ', ' , ')}!` }));
			const groups = joined
				.toReversed()
				.map(({ id, sources }) => ({ id, sources: sources.toReversed() }));
			expect(found(turned, groups)).toEqual(found(all, joined));
		}));

	test('what somebody dismissed stays dismissed', () =>
		holds((all, joined) => {
			const apart = found(all, joined).flatMap((one) => pairs(one, joined));
			const again = found(all, joined, apart).flatMap((one) => pairs(one, joined));
			expect(again.filter((pair) => apart.includes(pair))).toEqual([]);
		}));

	test('put to a joint recommendation and taken out again, all is suggested as before', () =>
		holds((all, joined) => {
			const before = found(all, joined);
			for (const { ids, joints } of before.filter((one) => one.joints.length === 1)) {
				const put = joined.map((group) =>
					joints.includes(group.id) ? { ...group, sources: [...ids, ...group.sources] } : group
				);
				expect(found(all, put).flatMap(membersOf)).not.toContain(ids[0]);
				const out = put.map(({ id, sources }) => ({
					id,
					sources: joints.includes(id) ? sources.filter((one) => !ids.includes(one)) : sources
				}));
				expect(found(all, out)).toEqual(before);
			}
		}));
});
