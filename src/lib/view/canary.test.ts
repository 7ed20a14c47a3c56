import { describe, expect, test } from 'vitest';
import canaries from '../../../tests/fixtures/scenarios/canary/canaries.json' with { type: 'json' };
import { fixture, workshopState } from '../../../tests/fixtures/state';
import type { WorkshopState } from '../workshop/state';
import { mayFetch } from './files';
import { roomView } from './view-room';
import { NOTHING, screenView } from './view-screen';

const reading = fixture('tests/fixtures/scenarios/canary', [
	'public-registry-check',
	'mla-records-production',
	'police-to-police-liaison',
	'device-forensics',
	'nis-nisa-liaison'
]);
const before = workshopState(reading);
const release = (inject: string, teams = ['acacia', 'baobab']) =>
	teams.map((team) => ({ inject, team, at: 5 }));

const all = Object.keys(canaries).filter((word) => word.startsWith('CANARY'));
const found = (value: unknown) => all.filter((word) => JSON.stringify(value).includes(word)).sort();
const seenBy = (state: WorkshopState, person: string) => found(roomView(state, person));
const starting = (...starts: string[]) =>
	all.filter((word) => starts.some((start) => word.startsWith(`CANARY-${start}`))).sort();

describe('roomView', () => {
	test('the fixture is whole: nothing in it was misunderstood', () => {
		expect(reading.problems).toEqual([]);
		expect(all.length).toBeGreaterThan(30);
	});
	test('before anything is released nobody gets a hidden word', () =>
		expect(seenBy(before, 'asha')).toEqual([]));
	test('a handout for a part reaches who plays it, and one for a side that side', () => {
		expect(seenBy(before, 'chebet')).toEqual(starting('HANDOUT-DEFENCE', 'HANDOUT-REQUESTED'));
		expect(seenBy(before, 'deeqa')).toEqual(starting('HANDOUT-REQUESTED'));
	});
	test('a released inject brings itself and the question that waited for it', () =>
		expect(seenBy({ ...before, releases: release('hand') }, 'asha')).toEqual(
			starting('INJECT-HAND', 'QUESTION-AFTER', 'Q-AFTER', 'OPTION-AFTER')
		));
	test('an inject released to one team reaches that team alone', () => {
		const state = { ...before, releases: release('hand', ['baobab']) };
		expect(seenBy(state, 'asha')).toEqual([]);
		expect(seenBy(state, 'deeqa')).toContain('CANARY-INJECT-HAND-TEXT');
	});
	test('an inject for a part reaches nobody else, even when it is out', () => {
		const state = { ...before, releases: release('for-the-defence') };
		expect(seenBy(state, 'asha')).toEqual([]);
		expect(seenBy(state, 'chebet')).toContain('CANARY-INJECT-DEFENCE-TEXT');
	});
	test('when all is out the expert, the answers, the debrief and the notes still stay', () => {
		const releases = ['hand', 'for-the-defence', 'for-requesting'].flatMap((id) => release(id));
		for (const { id } of before.people) {
			const words = seenBy({ ...before, releases, status: 'ended' }, id);
			const sealed = starting('EXPERT', 'ANSWER', 'FACILITATOR', 'DEBRIEF', 'FILE');
			expect(words.filter((word) => sealed.includes(word))).toEqual([]);
		}
	});
	test('nothing tells the right option from the others', () => {
		const question = roomView(before, 'asha').items.find((item) => item.id === 'who-signs');
		expect(question?.kind === 'question' && question.options.map((o) => Object.keys(o))).toEqual(
			Array.from({ length: 3 }, () => ['id', 'text'])
		);
	});
});

describe('screenView', () => {
	test('a projector gets an inject once every team has it, and no text for some', () => {
		const join = { address: '', code: '', qr: '' };
		const releases = [
			...release('hand'),
			...release('for-the-defence'),
			...release('for-requesting')
		];
		expect(found(screenView(before, join, [], NOTHING))).toEqual([]);
		expect(
			found(screenView({ ...before, releases: release('hand', ['acacia']) }, join, [], NOTHING))
		).toEqual([]);
		expect(found(screenView({ ...before, releases }, join, [], NOTHING))).toEqual(
			starting('INJECT-HAND')
		);
	});
});

describe('mayFetch', () => {
	test('a picture is served to those who may see a text that shows it', () => {
		expect(mayFetch(before, 'asha', 'open.png')).toBe(true);
		expect(mayFetch(before, 'asha', 'inject.png')).toBe(false);
		expect(mayFetch({ ...before, releases: release('hand') }, 'asha', 'inject.png')).toBe(true);
	});
	test('a picture of a sealed text, the document itself and what is no file stay', () => {
		const releases = release('hand');
		for (const path of ['expert.png', 'scenario.md', 'toolbox/x.md', '../secret', ''])
			expect(mayFetch({ ...before, releases }, 'asha', path)).toBe(false);
	});
});
