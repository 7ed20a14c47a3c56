import { describe, expect, test } from 'vitest';
import { fixture, workshopState } from '../../../tests/fixtures/state';
import { EMPTY_SHEET, type SheetValue } from '../sheet/value';
import type { Stage, WorkshopState } from '../workshop/state';
import type { Turn } from '../workshop/turns';
import { presentationView, presentedSheets } from './presentation';
import { cockpitView } from './view-cockpit';
import { roomView } from './view-room';
import { NOTHING, screenView } from './view-screen';

const paper = workshopState(
	fixture('tests/fixtures/scenarios/canary', ['public-registry-check', 'device-forensics'])
);
const stage = {
	...paper.stages[0]!,
	...{ id: 'talks', kind: 'presentations', title: 'Presentations', exercise: null },
	planned: 10 * 60_000
} satisfies Stage;
const turn = (team: string, position: number, change: Partial<Turn> = {}): Turn => ({
	...{ stage: 'talks', team, position, seed: 7, planned: 300_000, added: 0, spent: 0 },
	...{ runningSince: null, begunAt: null, endedAt: null },
	...change
});
const state = (turns: Turn[], change: Partial<WorkshopState> = {}): WorkshopState => ({
	...paper,
	stages: [paper.stages[0]!, stage, paper.stages[1]!],
	openStage: 'talks',
	projector: 'presentation',
	turns,
	...change
});
const on = [turn('baobab', 1, { begunAt: 5, runningSince: 5 }), turn('acacia', 2)];

const choice = (need: string, tool: string): SheetValue['choices'][number] => ({
	...{ entry: need, need, tool, country: 'SO', rank: 1, asks: 'ODPP', executes: 'Registry' },
	...{ reason: 'WHY-NOT-SHOWN', safeguards: '', urgency: null, use: null, gone: null }
});
const WRITTEN: SheetValue = {
	...EMPTY_SHEET,
	choices: [choice('papers', 'public-registry-check')],
	contacts: [
		{ entry: 'c', need: 'papers', role: 'CONTACT-NOT-SHOWN', institution: '', note: '', gone: null }
	]
};
const join = { address: '', code: '', qr: '' };
const live = { here: [], progress: [], machine: null };
const around = {
	address: { now: '', qr: '', changed: null },
	late: [],
	facilitator: 'rosa',
	acted: undefined
};

describe('presentationView', () => {
	test('nothing where no order was drawn', () =>
		expect(presentationView(state([]), [], 0)).toBeNull());
	test('before the first and after the last the order, and how far it is', () => {
		const turns = [turn('baobab', 1, { begunAt: 1, endedAt: 2 }), turn('acacia', 2)];
		expect(presentationView(state(turns), [], 0)).toEqual({
			order: [
				{ team: 'baobab', name: 'Baobab', state: 'done' },
				{ team: 'acacia', name: 'Acacia', state: 'waits' }
			],
			on: null
		});
	});
	test('the team with its mix, its clock and its tools by name, without reasons and contacts', () => {
		const shown = presentationView(state(on), [WRITTEN], 2);
		expect(shown?.on).toMatchObject({
			...{ name: 'Baobab', page: 2, clock: { planned: 300_000, runningSince: 5 } },
			mix: [
				{ delegation: 'ke', people: 1 },
				{ delegation: 'so', people: 1 }
			],
			needs: [
				{
					tools: [
						{
							name: 'Public or paid registry check',
							place: 'Somalia',
							asks: 'ODPP',
							executes: 'Registry'
						}
					]
				}
			]
		});
		expect(JSON.stringify(shown)).not.toContain('NOT-SHOWN');
	});
	test('its recommendations by horizon, and what it answered, in words', () => {
		const recommendation = (text: string, horizon: 'immediate' | 'long') => ({
			...{ entry: `rec/${text}`, text, horizon, owner: 'ODPP', countries: [], answers: '' },
			...{ rank: 1, gone: null }
		});
		const value: SheetValue = {
			...EMPTY_SHEET,
			recommendations: [recommendation('Treaty', 'long'), recommendation('List', 'immediate')],
			answers: [{ entry: 'q', question: 'who-signs', options: ['court'], text: '', reason: '' }]
		};
		const shown = presentationView(state(on), [value], 0)?.on;
		expect(shown?.horizons.map(({ horizon, list }) => [horizon, list[0]?.text])).toEqual([
			['immediate', 'List'],
			['long', 'Treaty']
		]);
		expect(shown?.answers[0]?.said).toEqual(['OPEN-OPTION-COURT, the court']);
	});
	test('what one part alone works, or what nobody has been told of, is not for the whole room', () => {
		const lorry = paper.scenario.exercises[0]!;
		const [papers, ...rest] = lorry.items;
		const hidden = (change: object) => ({
			...paper.scenario,
			exercises: [{ ...lorry, items: [{ ...papers!, ...change }, ...rest] }]
		});
		for (const change of [{ audience: { to: 'part', part: 'defence' } }, { after: 'hand' }]) {
			const scenario = hidden(change);
			expect(presentationView(state(on, { scenario }), [WRITTEN], 0)?.on?.needs).toEqual([]);
		}
	});
	test('sheets are those of the presenting team, of what was worked since', () =>
		expect(presentedSheets(state(on)).map(({ id }) => id)).toEqual(['sheet-baobab']));
	test('it reaches the projector while it is shown, and no participant', () => {
		const shown = presentationView(state(on), [WRITTEN], 0);
		expect(screenView(state(on), join, [], { ...NOTHING, presentation: shown }).presentation).toBe(
			shown
		);
		const other = state(on, { projector: 'running' });
		expect(
			screenView(other, join, [], { ...NOTHING, presentation: shown }).presentation
		).toBeNull();
		for (const { id } of paper.people)
			expect(JSON.stringify(roomView(state(on), id))).not.toContain('Registry');
	});
});

describe('who presents', () => {
	test('is in everybody’s line of the stage, and in nobody’s once it has ended', () => {
		expect(roomView(state(on), 'asha').stage?.title).toBe('Presentations · Baobab');
		expect(roomView(state([]), 'asha').stage?.title).toBe('Presentations');
	});
	test('the facilitator gets the order with its number; in other stages there is none', () => {
		const cockpit = (one: WorkshopState) => cockpitView(one, live, around, 0).turns;
		expect(cockpit(state([]))).toEqual({ seed: null, planned: 300_000, list: [] });
		expect(cockpit(state(on))).toMatchObject({ seed: 7, list: [{ name: 'Baobab' }, {}] });
		expect(cockpit({ ...state(on), openStage: paper.openStage })).toBeNull();
	});
});
