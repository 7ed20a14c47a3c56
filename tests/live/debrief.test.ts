import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { giveVerdict, openDebrief, verdictsAt } from '../../src/lib/server/db/debrief';
import { openStageOf, setStatus } from '../../src/lib/server/workshops';
import { stateOf } from '../../src/lib/server/state';
import { WHOLE_CASE } from '../../src/lib/workshop/debrief';
import type { DebriefView } from '../../src/lib/view/debrief';
import type { ServerChild } from '../faults/child';
import type { Visitor } from '../faults/visitor';
import {
	account,
	begin,
	cockpit,
	enter,
	prepare,
	production,
	room,
	type Prepared
} from './production';
import { openWorkshop } from './workshop';

const by = 'facilitator:rosa';
const fresh = async (id: string) => (await stateOf(id))!;

/** A workshop whose investigation is closed, with the sheets of its two teams. */
async function committed() {
	const state = await openWorkshop();
	const debrief = state.stages.find(({ kind }) => kind === 'debrief')!;
	await openStageOf(state.id, by, debrief.id, state.openStage);
	const sheets = state.division!.teams.map(({ id, members }) => ({
		sheet: state.sheets.find(({ team }) => team === id)!.id,
		person: members[0]!.person
	}));
	return { ...(await fresh(state.id)), sheets };
}

const said = (sheet: string, change: object = {}) => ({
	...{ sheet, need: 'call-records', is: 'keep' as const, reason: '' },
	...{ before: ['a'], after: ['a'], ...change }
});

describe('openDebrief', () => {
	test('is refused while a sheet of the exercise can be written, and before anybody worked it', async () => {
		const { id } = await openWorkshop();
		expect(await openDebrief(id, by, 'investigation', 5)).toEqual({
			ok: false,
			why: 'sheets-open'
		});
		expect(await openDebrief(id, by, WHOLE_CASE, 5)).toEqual({ ok: false, why: 'sheets-open' });
		expect(await openDebrief(id, by, 'priorities', 5)).toEqual({ ok: false, why: 'no-sheets' });
		expect((await fresh(id)).debriefs).toEqual([]);
	});
	test('opens it once, when all sheets are closed', async () => {
		const { id } = await committed();
		expect(await openDebrief(id, by, 'investigation', 5)).toMatchObject({ ok: true });
		expect(await openDebrief(id, by, 'investigation', 6)).toEqual({ ok: false, why: 'already' });
		expect((await fresh(id)).debriefs).toEqual([{ exercise: 'investigation', at: 5 }]);
	});
	test('is possible after the end of the workshop, when nobody can write any more', async () => {
		const { id } = await openWorkshop();
		await setStatus(id, by, 'ended');
		expect(await openDebrief(id, by, 'investigation', 5)).toMatchObject({ ok: true });
	});
});

describe('giveVerdict', () => {
	test('is refused before the expert’s view is open, and after the end', async () => {
		const { id, sheets } = await committed();
		const [{ sheet, person }] = sheets as [(typeof sheets)[0]];
		const refused = { ok: false, why: 'not-open' };
		expect(await giveVerdict(id, person, said(sheet), 5)).toEqual(refused);
		await openDebrief(id, by, 'investigation', 6);
		expect(await giveVerdict(id, person, said(sheet), 7)).toMatchObject({ ok: true });
		await setStatus(id, by, 'ended');
		expect(await giveVerdict(id, person, said(sheet), 8)).toEqual(refused);
	});
	test('nobody speaks for another team', async () => {
		const { id, sheets } = await committed();
		const [one, two] = sheets as [(typeof sheets)[0], (typeof sheets)[0]];
		await openDebrief(id, by, 'investigation', 6);
		expect(await giveVerdict(id, one.person, said(two.sheet), 7)).toEqual({
			ok: false,
			why: 'not-your-team'
		});
		expect((await fresh(id)).verdicts).toEqual([]);
	});
	test('nor for a team of another workshop', async () => {
		const [here, there] = [await committed(), await committed()];
		await openDebrief(here.id, by, 'investigation', 6);
		await openDebrief(there.id, by, 'investigation', 6);
		const { sheet, person } = there.sheets[0]!;
		expect(await giveVerdict(here.id, person, said(sheet), 7)).toEqual({
			ok: false,
			why: 'not-open'
		});
	});
	test('the last word counts; what was said before can be had as of then', async () => {
		const { id, sheets } = await committed();
		const [{ sheet, person }] = sheets as [(typeof sheets)[0]];
		await openDebrief(id, by, 'investigation', 6);
		await giveVerdict(id, person, said(sheet), 7);
		const second = said(sheet, { is: 'revise', reason: 'Too slow', after: ['b'] });
		await giveVerdict(id, person, second, 9);
		expect((await fresh(id)).verdicts).toEqual([{ ...second, person, at: 9 }]);
		expect(await verdictsAt(id, 8)).toEqual([{ ...said(sheet), person, at: 7 }]);
		expect(await verdictsAt(id, 6)).toEqual([]);
		expect(await verdictsAt(id, 9)).toEqual((await fresh(id)).verdicts);
	});
});

describe('what people receive', () => {
	let server: ServerChild;
	let here: Prepared;
	const people = new Map<string, Visitor>();
	beforeAll(async () => {
		server = await production();
		here = await prepare(await account(server, 'Rosa'), [
			'Abdi Warsame,Kenya,prosecutor,member',
			'Beatrice Njeri,Somalia,judge,member',
			'Olive Observer,Kenya,judge,observer'
		]);
		const { teams } = await begin(here, 1);
		const names = [...(teams[0]?.members ?? []).map(({ name }) => name), 'Olive Observer'];
		for (const name of names) people.set(name, await enter(server, here.code, name));
	});
	afterAll(() => server[Symbol.asyncDispose]());

	const path = () => `/room/${here.code}/debrief`;
	const words = (value: unknown) => [
		...new Set(JSON.stringify(value).match(/CANARY-(?:EXPERT|ANSWER|DEBRIEF)[A-Z0-9-]*/g))
	];
	const page = async (one: Visitor) => (await one.data(path())) as unknown as DebriefView;
	const picture = (one: Visitor) =>
		one.file(`/room/${here.code}/files/expert.png`).then(
			() => true,
			() => false
		);
	const open = (exercise: string) =>
		here.leads.act(`/facilitate/${here.id}/plenary?/debrief`, [['exercise', exercise]]);

	test('nothing of it before it is opened, whatever was tried; then all of it, also after a restart', async () => {
		const nothing = async () => {
			for (const one of people.values()) {
				expect(words(await page(one))).toEqual([]);
				expect(words(await room(one, here.code))).toEqual([]);
				expect(await picture(one)).toBe(false);
			}
			expect(words(await here.leads.data(`/facilitate/${here.id}/plenary`))).toEqual([]);
		};
		await nothing();
		expect(await open('lorry')).toMatchObject({ type: 'failure', data: { why: 'sheets-open' } });
		const [member, , observer] = [...people.values()] as [Visitor, Visitor, Visitor];
		const word = [
			['need', 'papers'],
			['is', 'revise'],
			['reason', 'A lead is no evidence'],
			['after', 'mla-records-production'],
			['after', 'not-of-this-need']
		] as const;
		const early = await member.act(`${path()}?/verdict`, word);
		expect(early).toMatchObject({ type: 'failure', data: { why: 'not-open' } });
		await nothing();

		const { agenda, stage } = await cockpit(here);
		const debrief = agenda.find(({ kind }) => kind === 'debrief');
		await here.leads.act(`/facilitate/${here.id}/run?/open`, [
			['stage', debrief?.id ?? ''],
			['expected', stage?.id ?? '']
		]);
		await nothing();
		expect(await open('what-next')).toMatchObject({ type: 'failure', data: { why: 'no-sheets' } });
		expect(await open('lorry')).toMatchObject({ type: 'success' });
		const everything = async () => {
			for (const one of people.values()) {
				expect(words(await page(one))).toHaveLength(8);
				expect(words(await page(one)).join()).not.toContain('DEBRIEF');
				expect(words(await room(one, here.code))).toEqual([]);
				expect(await picture(one)).toBe(true);
			}
		};
		await everything();

		const watching = await observer.act(`${path()}?/verdict`, word);
		expect(watching).toMatchObject({ type: 'failure', data: { why: 'not-open' } });
		const silent = word.filter(([name]) => name !== 'reason');
		expect(await member.act(`${path()}?/verdict`, silent)).toMatchObject({
			type: 'failure',
			data: { why: 'no-reason' }
		});
		expect(await member.act(`${path()}?/verdict`, word)).toMatchObject({ type: 'success' });

		await server.stop('SIGKILL');
		await server.start();
		await everything();
		const { exercises } = await page(member);
		expect(exercises[0]?.needs[0]?.verdict).toMatchObject({
			is: 'revise',
			after: ['mla-records-production']
		});
	});
});
