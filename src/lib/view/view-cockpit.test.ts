import { describe, expect, test } from 'vitest';
import { fixture, workshopState } from '../../../tests/fixtures/state';
import { cockpitView } from './view-cockpit';
import { roomView } from './view-room';

const state = workshopState(
	fixture('tests/fixtures/scenarios/canary', [
		'public-registry-check',
		'mla-records-production',
		'police-to-police-liaison',
		'device-forensics'
	])
);
const address = { now: 'room:3000', qr: '', changed: null };
const around = { facilitator: 'rosa', address, late: [], acted: undefined };
const nobody = { here: [], progress: [], machine: null };

describe('cockpitView', () => {
	test("the author's advice on choosing alone reaches the facilitator, and no participant", () => {
		expect(cockpitView(state, nobody, around, 0).aloneFirst).toBe(2);
		expect(JSON.stringify(roomView(state, 'asha'))).not.toContain('aloneFirst');
	});
	test('the expert is there with the names of tools, pitfalls marked', () => {
		const [papers] = cockpitView(state, nobody, around, 0).expert;
		expect(papers?.lines.map(({ pitfall }) => pitfall)).toContain(true);
		expect(papers?.lines[0]?.tool).toBe('Public or paid registry check');
		expect(papers?.lines[0]?.html).toContain('CANARY-EXPERT-WHY-1');
	});
	test('who holds the controls and what another did is there for two, and not for one', () => {
		const ekow = { id: 'ekow', name: 'Ekow', owner: false, since: 2 };
		const two = { ...state, leads: [...state.leads, ekow], controls: 'ekow' };
		const acted = {
			version: 7,
			at: 5,
			by: 'ekow',
			what: 'inject-released' as const,
			data: { inject: 'hand' }
		};
		const view = cockpitView(two, nobody, { ...around, acted }, 0);
		expect(view.controls).toEqual({ holder: 'Ekow', mine: false });
		expect(view.acted).toEqual({
			version: 7,
			at: 5,
			by: 'Ekow',
			what: 'inject-released',
			title: 'CANARY-INJECT-HAND-TITLE'
		});
		expect(cockpitView(state, nobody, around, 0)).toMatchObject({ controls: null, acted: null });
	});
});

describe('roomView, in an exercise held later', () => {
	test('names the needs of the one before with the tools the team chose, and no others', () => {
		const later = state.stages.map((stage) => ({ ...stage, openedAt: 1 }));
		const choice = {
			...{ entry: 'c', need: 'papers', tool: 'device-forensics', country: 'SO', rank: 1 },
			...{
				asks: '',
				executes: '',
				reason: '',
				safeguards: '',
				urgency: null,
				use: null,
				gone: null
			}
		};
		const second = { ...state, stages: later, openStage: later[1]?.id ?? null };
		const { earlier } = roomView(second, 'asha', [choice, { ...choice, gone: 'bile' }]);
		const papers = earlier.find(({ id }) => id === 'papers');
		expect(papers?.tools).toEqual([state.tools.find(({ id }) => id === choice.tool)?.name]);
		expect(earlier.map(({ id }) => id)).toEqual(['papers', 'telephone', 'who-signs']);
	});
});
