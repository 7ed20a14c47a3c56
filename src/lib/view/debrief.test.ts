import { describe, expect, test } from 'vitest';
import canaries from '../../../tests/fixtures/scenarios/canary/canaries.json' with { type: 'json' };
import { fixture, workshopState } from '../../../tests/fixtures/state';
import { EMPTY_SHEET, type SheetValue } from '../sheet/value';
import { WHOLE_CASE } from '../workshop/debrief';
import type { TeamVerdict, WorkshopState } from '../workshop/state';
import { debriefView } from './debrief';
import { openExperts, openings } from './expert';
import { mayFetch } from './files';
import { roomView } from './view-room';
import { NOTHING, screenView } from './view-screen';

const closed = workshopState(
	fixture('tests/fixtures/scenarios/canary', [
		'public-registry-check',
		'mla-records-production',
		'police-to-police-liaison',
		'device-forensics',
		'nis-nisa-liaison'
	])
);
const after = (...exercises: string[]): WorkshopState => ({
	...closed,
	debriefs: exercises.map((exercise) => ({ exercise, at: 7 }))
});
const open = after('lorry');

const all = Object.keys(canaries).filter((word) => word.startsWith('CANARY'));
const found = (value: unknown) => all.filter((word) => JSON.stringify(value).includes(word));
const starting = (...starts: string[]) =>
	all.filter((word) => starts.some((start) => word.startsWith(`CANARY-${start}`)));
const WRITTEN: SheetValue = {
	...EMPTY_SHEET,
	choices: [
		{
			...{ entry: 'a', need: 'papers', tool: 'police-to-police-liaison', country: 'SO', rank: 1 },
			...{ asks: '', executes: '', reason: 'We know them', safeguards: '', urgency: null },
			...{ use: null, gone: null }
		}
	],
	answers: [
		{ entry: 'q', question: 'who-signs', options: ['court'], text: '', reason: 'It decides' }
	]
};
const sheets = new Map([['sheet-acacia', WRITTEN]]);
const seen = (state: WorkshopState, person = 'asha') => debriefView(state, person, sheets);

describe('debriefView', () => {
	test('before it is opened nobody gets a word of the expert, on no page', () => {
		for (const { id } of closed.people) {
			expect(found(seen(closed, id))).toEqual([]);
			expect(seen(closed, id)).toMatchObject({ exercises: [], html: '' });
			expect(found(roomView(closed, id))).not.toContain('CANARY-EXPERT-WHY-1');
			expect(mayFetch(closed, id, 'expert.png')).toBe(false);
		}
		expect(openExperts(closed, '').size).toBe(0);
	});
	test('the expert’s view of another exercise opens nothing of this one', () => {
		expect(found(seen(after('what-next')))).toEqual([]);
		expect(mayFetch(after('what-next'), 'asha', 'expert.png')).toBe(false);
	});
	test('opened, it is the expert’s view and the answers, and nothing else that is hidden', () =>
		expect(found(seen(open)).sort()).toEqual(starting('EXPERT', 'ANSWER').sort()));
	test('its pictures are served then', () =>
		expect(mayFetch(open, 'asha', 'expert.png')).toBe(true));
	test('a question that waits for an inject waits here too, and one for a part is for the part', () => {
		const lorry = closed.scenario.exercises[0]!;
		const [papers, ...rest] = lorry.items;
		const forDefence = { ...papers!, audience: { to: 'part' as const, part: 'defence' } };
		const scenario = {
			...closed.scenario,
			exercises: [{ ...lorry, items: [forDefence, ...rest] }]
		};
		const of = (person: string) => found(seen({ ...open, scenario }, person));
		expect(of('chebet')).toContain('CANARY-EXPERT-WHY-1');
		for (const person of ['asha', 'deeqa']) expect(of(person)).not.toContain('CANARY-EXPERT-WHY-1');
		expect(of('asha')).toContain('CANARY-EXPERT-WHY-3');
	});
	test('the debrief of the whole case has an opening of its own', () => {
		expect(found(seen(after(WHOLE_CASE))).sort()).toEqual(starting('DEBRIEF').sort());
		expect(found(seen(open))).not.toContain('CANARY-DEBRIEF-1');
	});
	test('the room and the projector are told no word of it, open or not', () => {
		for (const { id } of open.people)
			expect(found(roomView(open, id)).filter((word) => /EXPERT|ANSWER/.test(word))).toEqual([]);
		expect(found(screenView(open, { address: '', code: '', qr: '' }, [], NOTHING))).toEqual([]);
		expect([closed, open].map((state) => roomView(state, 'asha').debrief)).toEqual([0, 7]);
	});
	test('beside it stands what one’s own team chose, and no other team’s', () => {
		const [papers, telephone] = seen(open).exercises[0]!.needs;
		expect(papers?.own).toMatchObject([
			{ tool: 'police-to-police-liaison', reason: 'We know them' }
		]);
		expect(telephone?.own).toEqual([]);
		expect(seen(open, 'deeqa').exercises[0]!.needs[0]?.own).toEqual([]);
	});
	test('offered are the team’s tools and what the expert advises, no pitfall of the expert’s', () => {
		expect(seen(open).exercises[0]!.needs[0]?.offered.map(({ tool }) => tool)).toEqual([
			'police-to-police-liaison',
			'public-registry-check',
			'mla-records-production'
		]);
		expect(seen(open).exercises[0]!.needs[1]?.offered.map(({ tool }) => tool)).toEqual([
			'device-forensics'
		]);
	});
	test('a question shows what the team answered and what the author ticked', () =>
		expect(seen(open).exercises[0]!.answers[0]).toMatchObject({
			own: { said: ['OPEN-OPTION-COURT, the court'], reason: 'It decides' },
			right: ['OPEN-OPTION-CENTRAL, the central authority']
		}));
	test('a team sees its own word with who said it, and the room hears of it', () => {
		const word = (sheet: string, person: string): TeamVerdict => ({
			...{ sheet, need: 'papers', is: 'keep', reason: 'Said', before: [], after: [] },
			...{ person, at: 9 }
		});
		const state = { ...open, verdicts: [word('sheet-acacia', 'bile')] };
		expect(seen(state).exercises[0]!.needs[0]?.verdict).toMatchObject({ by: 'Bile Xirsan' });
		expect(seen(state, 'deeqa').exercises[0]!.needs[0]?.verdict).toBeNull();
		expect(roomView(state, 'asha').debrief).toBe(9);
		expect(roomView(state, 'deeqa').debrief).toBe(7);
	});
	test('who watches reads what is for all, and is asked nothing', () => {
		const [team, other] = closed.division!.teams;
		const division = { ...closed.division!, teams: [{ ...team!, members: [] }, other!] };
		const [exercise] = seen({ ...open, division }).exercises;
		expect(exercise?.team).toBeNull();
		expect(exercise?.needs.map(({ asks }) => asks)).toEqual([false, false]);
		expect(found(exercise)).toContain('CANARY-EXPERT-WHY-1');
	});
	test('after a new draw a person still speaks for the team in which they worked', () => {
		const division = {
			...{ id: 'new', seed: 2, announced: true },
			teams: [
				{
					...closed.division!.teams[1]!,
					id: 'fig',
					name: 'Fig',
					members: [{ person: 'asha', pinned: false, parts: [] }]
				}
			]
		};
		const state = { ...open, division, earlier: [closed.division!] };
		expect(seen(state).exercises[0]).toMatchObject({ team: 'Acacia', needs: [{ asks: true }, {}] });
	});
});

describe('openings', () => {
	test('name what has an expert’s view, and how many teams still write', () => {
		expect(openings(closed)).toEqual([
			{ exercise: 'lorry', title: 'The lorry', sheets: 2, writing: 2, openedAt: null },
			{ exercise: WHOLE_CASE, title: 'Canary', sheets: 2, writing: 2, openedAt: null }
		]);
		const [first, second] = closed.sheets;
		const one = { ...open, sheets: [{ ...first!, closedAt: 3 }, second!] };
		expect(openings(one)[0]).toMatchObject({ writing: 1, openedAt: 7 });
		expect(openings({ ...closed, status: 'ended' })[0]?.writing).toBe(0);
	});
	test('what leads gets is of opened exercises alone', () =>
		expect([...openExperts(open, '').keys()]).toEqual(['papers', 'telephone']));
});
