import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTerm } from '../scenario/glossary';
import { Concepts } from './concepts';
import type { Proposal } from './likeness';
import { pairKey, suggest, unseen } from './suggest';
import { languageOf, plainWords } from './words';

const folder = 'scenarios/glossary/';
const files = readdirSync(folder);
const read = files.map((name) => readTerm(name.slice(0, -3), readFileSync(folder + name)));
const glossary = read.flatMap(({ term }) => term ?? []);

const proposal = (
	id: string,
	team: string,
	text: string,
	more: Partial<Proposal> = {}
): Proposal => ({
	id,
	team,
	text,
	horizon: 'immediate',
	owner: '',
	answers: '',
	...more
});

const LIST = 'Exchange a list of contact points with mobile numbers and a deputy for each office';
const LIKE =
	'A list of contact points and deputies, with mobile numbers, to be exchanged by the offices';
const SWAHILI =
	'Kila ofisi iteue mtu wa mawasiliano; orodha ya mawasiliano yenye nambari za simu ibadilishwe';
const OTHER = 'Train judges in the use of video links for witnesses';

describe('the glossary', () => {
	test('every entry is read, in five languages', () => {
		expect(read.flatMap(({ problems }) => problems)).toEqual([]);
		expect(glossary.length).toBeGreaterThan(90);
		for (const { id, words } of glossary)
			expect(Object.keys(words).sort(), id).toEqual(['ar', 'en', 'fr', 'so', 'sw']);
	});
	test('a bad entry is a problem with a hint, and no term', () => {
		const bytes = new TextEncoder().encode('---\nen: []\n---\nNothing.\n');
		const { term, problems } = readTerm('nothing', bytes);
		expect(term).toBeUndefined();
		expect(problems).toMatchObject([
			{ file: 'glossary/nothing.md', hint: expect.stringContaining('en:') }
		]);
	});
	test('a word of another language is not taken for one of this', () => {
		const concepts = new Concepts([{ id: 'parliament', words: { fr: ['députés'] } }]);
		expect(concepts.in(plainWords('a contact and two deputies'), 'en').concepts.size).toBe(0);
		expect(concepts.in(plainWords('les deux députés'), 'fr').concepts.size).toBe(1);
	});
	test('of phrases in the same words the longest counts', () => {
		const concepts = new Concepts([
			{ id: 'money', words: { en: ['mobile money'] } },
			{ id: 'phone', words: { en: ['mobile'] } }
		]);
		expect([...concepts.in(plainWords('Records of mobile money.'), 'en').concepts]).toEqual([
			'money'
		]);
		expect([...concepts.in(plainWords('MOBILE operators'), '').concepts]).toEqual(['phone']);
	});
});

describe('languageOf', () => {
	test.each([
		['Each side names one person and tells the other', 'en'],
		['Kila upande uteue mtu mmoja na naibu wake', 'sw'],
		['Labada dhinac waa in ay magacaabaan hal qof oo la la xiriiro', 'so'],
		['Chaque partie désigne une personne et un suppléant pour les demandes', 'fr'],
		['يعين كل طرف شخصا واحدا', 'ar'],
		['MLA, SPOC, FIU', '']
	])('%s', (text, language) => expect(languageOf(text)).toBe(language));
});

describe('suggest', () => {
	test('what two teams say alike is shown, with what speaks for it', () => {
		const owner = 'Central authorities';
		const [found, ...more] = suggest(
			[
				proposal('a', 'Acacia', LIST, { owner, answers: 'calls' }),
				proposal('b', 'Fig', LIKE, { owner: 'central authorities', answers: 'calls' }),
				proposal('c', 'Mango', OTHER)
			],
			glossary
		);
		expect(more).toEqual([]);
		expect(found?.ids.toSorted()).toEqual(['a', 'b']);
		expect(found?.reasons).toMatchObject({
			need: 'calls',
			owner,
			horizon: 'immediate',
			across: false
		});
		expect(found?.reasons.concepts).toContain('contact-list');
	});

	test('three things both speak of suffice, whatever else each says', () => {
		const day = 'within 24 hours';
		const [found] = suggest(
			[
				proposal('a', 'Acacia', `Preservation of data of a mobile operator is asked for ${day}`),
				proposal(
					'b',
					'Fig',
					`Send every request to preserve mobile operator data ${day} by the police channel`
				),
				...[LIST, OTHER].map((text) => proposal(text, 'Mango', text))
			],
			glossary
		);
		expect(found?.reasons.concepts.toSorted()).toEqual([
			'mobile-operator',
			'preservation',
			'response-time'
		]);
	});

	test('a plural is no other thing', () => {
		const found = suggest(
			[
				proposal(
					'a',
					'Acacia',
					'Exchange a list of contact points with phone numbers and a deputy'
				),
				proposal(
					'b',
					'Fig',
					'A list of contact points and deputies with phone numbers is exchanged'
				)
			],
			glossary
		);
		expect(found).toHaveLength(1);
	});

	test('a team is never shown as agreeing with itself', () => {
		expect(
			suggest([proposal('a', 'Acacia', LIST), proposal('b', 'Acacia', LIKE)], glossary)
		).toEqual([]);
		const [found] = suggest(
			[
				proposal('a', 'Acacia', LIST),
				proposal('b', 'Acacia', LIKE),
				proposal('c', 'Fig', `${LIST}.`)
			],
			glossary
		);
		expect(found?.ids).toHaveLength(2);
	});

	test.each([
		['Train judges in electronic evidence', 'Train border officers in electronic evidence'],
		[
			'Acknowledge each urgent request within 48 hours',
			'Execute each urgent request within 48 hours'
		],
		[
			'Operators give call records to police at once',
			'Operators never give call records to police without a judge'
		]
	])('not: %s / %s', (one, other) =>
		expect(suggest([proposal('a', 'Acacia', one), proposal('b', 'Fig', other)], glossary)).toEqual(
			[]
		)
	);

	test('across languages it goes by the glossary, and says so; where it cannot see it says that', () => {
		const all = [proposal('a', 'Acacia', LIST), proposal('b', 'Fig', SWAHILI)];
		const [found] = suggest(all, [
			{ id: 'list', words: { en: ['list of contact points'], sw: ['orodha ya mawasiliano'] } },
			{ id: 'office', words: { en: ['office'], sw: ['ofisi'] } }
		]);
		expect(found?.reasons.across).toBe(true);
		expect(found?.reasons.concepts.toSorted()).toEqual(['list', 'office']);
		expect(suggest(all, [])).toEqual([]);
		expect(unseen(all, [])).toEqual(['a', 'b']);
		expect(unseen([all[0]!], [])).toEqual([]);
	});

	test('what somebody set apart is not suggested again', () => {
		const all = [proposal('a', 'Acacia', LIST), proposal('b', 'Fig', LIKE)];
		expect(suggest(all, glossary, new Set([pairKey('b', 'a')]))).toEqual([]);
	});

	const words =
		'exchange list contact points mobile numbers deputy office train judges video'.split(' ');
	const text = fc
		.array(fc.constantFrom(...words), { minLength: 3, maxLength: 9 })
		.map((all) => all.join(' '));
	const proposals = fc
		.array(fc.record({ team: fc.constantFrom('A', 'B', 'C', 'D'), text }), { maxLength: 12 })
		.map((all) => all.map((one, at) => proposal(`p${at}`, one.team, one.text)));

	test('order, capitals and punctuation change nothing; each stands in one suggestion at most', () =>
		fc.assert(
			fc.property(proposals, (all) => {
				const found = suggest(all, glossary);
				const turned = all
					.toReversed()
					.map((one) => ({ ...one, text: `${one.text.toUpperCase().replaceAll(' ', ', ')}!` }));
				const ids = (list: typeof found) => list.map((one) => one.ids.toSorted());
				expect(ids(suggest(turned, glossary))).toEqual(ids(found));
				const used = found.flatMap((one) => one.ids);
				expect(new Set(used).size).toBe(used.length);
				for (const { ids: group } of found) {
					const teams = group.map((id) => all.find((one) => one.id === id)?.team);
					expect(new Set(teams).size).toBe(group.length);
				}
			}),
			{ numRuns: 60 }
		));
});
