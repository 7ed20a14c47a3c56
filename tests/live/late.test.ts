import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { LateState } from '../../src/lib/protocol/sheet';
import { db } from '../../src/lib/server/db';
import { late, update } from '../../src/lib/server/db/schema/sheets';
import { event } from '../../src/lib/server/db/schema/workshops';
import { openStage } from '../../src/lib/server/db/stages';
import { acceptLate, declineLate } from '../../src/lib/server/late-decision';
import { results } from '../../src/lib/server/results';
import { sheetValue } from '../../src/lib/server/sheet-value';
import { cockpitSnapshot } from '../../src/lib/server/viewers';
import { addChoice, setValue } from '../../src/lib/sheet/edit';
import { layoutOf } from '../../src/lib/sheet/layout';
import type { LateView } from '../../src/lib/view/late';
import type { WorkshopState } from '../../src/lib/workshop/state';
import { openWorkshop, serve, take } from './workshop';
import { Writer } from './writer';

const by = 'facilitator:rosa';
/** Longer than the grace after closing, ms. */
const AGO = 6_000;

let server: Awaited<ReturnType<typeof serve>>;
let state: WorkshopState;
let sheet = '';
let writers: Writer[] = [];

beforeAll(async () => {
	server = await serve();
});
afterAll(() => server.stop());

/** A team of two with its sheet open; what both have is what the server has. */
beforeEach(async () => {
	for (const writer of writers) writer.close();
	state = await openWorkshop({ people: 2, teams: 1 });
	sheet = state.sheets[0]?.id ?? '';
	writers = [];
	for (const { person } of state.division?.teams[0]?.members ?? [])
		writers.push(new Writer(server.url, await take(state, person), state.code, sheet));
	for (const writer of writers) await writer.join();
});
afterAll(() => writers.forEach((writer) => writer.close()));

const one = () => writers[0] as Writer;
const other = () => writers[1] as Writer;
const first = () => state.openStage ?? '';
const next = () => state.stages.find(({ exercise }) => exercise === 'priorities')?.id ?? '';

/** The facilitator opened the next exercise a while ago: this sheet is closed. */
const close = () =>
	openStage(state.id, by, next(), first(), state.division?.id ?? '', Date.now() - AGO);
const reopen = () => openStage(state.id, by, first(), next(), state.division?.id ?? '', Date.now());

const waiting = async (): Promise<LateView[]> =>
	(await cockpitSnapshot(state.id, state.owner))?.view.late ?? [];
const notes = async () => (await sheetValue(sheet))?.notes;
const rows = () => db.select().from(update).where(eq(update.sheet, sheet)).all().length;
const events = () =>
	db
		.select()
		.from(event)
		.where(eq(event.workshop, state.id))
		.all()
		.filter(({ what }) => /^late-/.test(what));

/** What a page says at its next join. */
async function told(writer: Writer): Promise<LateState | undefined> {
	const { doc } = writer;
	const joined = await writer.ask(doc);
	return joined.ok ? joined.late : undefined;
}

describe('R19: what a device brings after its sheet closed is one bundle', () => {
	test('it is answered as late, stands in no sheet and no results, and nobody is sent it', async () => {
		const words = one().write('too late');
		await close();
		const before = Y.encodeStateVector(other().doc);
		expect(await one().catchUp(words)).toEqual({ what: 'late', why: 'closed' });
		expect(await told(one())).toBe('waiting');
		expect([await notes(), rows()]).toEqual(['', 0]);
		expect(await waiting()).toMatchObject([{ sheet, changes: [{ kind: 'notes' }] }]);
		expect(Y.encodeStateVector(other().doc)).toEqual(before);
		expect(JSON.stringify(await results(state.id))).not.toContain('too late');
	});
	test('within five seconds after closing it is an update like any other', async () => {
		await openStage(state.id, by, next(), first(), state.division?.id ?? '', Date.now());
		expect(await one().send(one().write('while the button was pressed'))).toEqual({ what: 'kept' });
		expect(await waiting()).toEqual([]);
	});
	test('a newer one of the same device takes its place, and another device has its own', async () => {
		await close();
		await one().catchUp(one().write('first '));
		await one().catchUp(Y.encodeStateAsUpdate((one().write('second'), one().doc)));
		await other().catchUp(other().write('theirs'));
		const found = await waiting();
		expect(found.map(({ changes }) => changes[0]?.fields[0]?.after)).toEqual([
			['first second'],
			['theirs']
		]);
		expect(db.select().from(late).where(eq(late.sheet, sheet)).all()).toHaveLength(2);
	});
	test('two tabs of one device come into one bundle, and neither is lost', async () => {
		const twin = one().twin();
		await twin.join();
		await close();
		await one().catchUp(one().write('one '));
		await twin.catchUp(twin.write('two '));
		const [found, ...more] = await waiting();
		expect(more).toEqual([]);
		const words = found?.changes[0]?.fields[0]?.after[0] ?? '';
		expect(words.includes('one ') && words.includes('two ')).toBe(true);
		twin.close();
	});
	test('it is checked like any update before it is kept', async () => {
		await close();
		expect(await one().catchUp(new Uint8Array([1, 2, 3]))).toEqual({
			what: 'refused',
			why: 'malformed'
		});
		const odd = new Y.Doc();
		odd.getText('no-such|field').insert(0, 'x');
		expect(await one().catchUp(Y.encodeStateAsUpdate(odd))).toEqual({
			what: 'refused',
			why: 'unknown-field'
		});
		one().write('missing');
		expect(await one().catchUp(one().write('after'))).toEqual({ what: 'gap' });
		expect(await waiting()).toEqual([]);
	});
});

describe('R20: the facilitator reads a bundle as text, and takes it whole or declines it whole', () => {
	test('every field by its name, before and after, with who and when', async () => {
		const exercise = state.scenario.exercises[0]!;
		const need = exercise.items.find((item) => item.kind === 'need')!;
		const tool = state.tools[0]!;
		const layout = layoutOf(exercise, [tool.id]);
		const entry = addChoice(one().doc, layout, { need: need.id, tool: tool.id, country: 'SO' });
		await one().send(
			(one().write('It is quick', entry, 'reason'), Y.encodeStateAsUpdate(one().doc))
		);
		setValue(one().doc, entry, 'urgency', 'hours');
		one().write(' and lawful', entry, 'reason');
		await close();
		await one().catchUp(Y.encodeStateAsUpdate(one().doc));
		const [found] = await waiting();
		const team = state.division?.teams[0];
		const me = state.people.find(({ id }) => id === team?.members[0]?.person);
		expect(found).toMatchObject({ person: me?.name, team: team?.name, exercise: exercise.title });
		expect(Date.now() - (found?.at ?? 0)).toBeLessThan(10_000);
		expect(found?.changes).toEqual([
			{
				kind: 'choice',
				titles: [need.title, tool.name, 'Somalia'],
				isNew: false,
				fields: [
					{ field: 'reason', before: ['It is quick'], after: ['It is quick and lawful'] },
					{ field: 'urgency', before: [], after: ['hours'] }
				]
			}
		]);
	});
	test('taken in, it is a row of the log by that device, the team has it, and the results too', async () => {
		await one().catchUp((await close(), one().write('at the last minute')));
		const [found] = await waiting();
		const heard = one().decided();
		expect(await acceptLate(state.id, by, found!)).toMatchObject({ ok: true });
		expect(await heard).toBe(sheet);
		expect([await notes(), await waiting()]).toEqual(['at the last minute', []]);
		await expect
			.poll(() => other().doc.getText('notes|text').toString())
			.toBe('at the last minute');
		const [row] = db.select().from(update).where(eq(update.sheet, sheet)).all();
		expect(row?.device).toBe(found?.device);
		expect(events().map(({ what, by: who }) => [what, who])).toEqual([
			['late-kept', expect.stringMatching(/^person:/)],
			['late-accepted', by]
		]);
	});
	test('one that was replaced while it was read is read again first', async () => {
		await close();
		await one().catchUp(one().write('first '));
		const [old] = await waiting();
		await new Promise((done) => setTimeout(done, 5));
		await one().catchUp(Y.encodeStateAsUpdate((one().write('second'), one().doc)));
		for (const decide of [acceptLate, declineLate])
			expect(await decide(state.id, by, old!)).toEqual({ ok: false, why: 'read-again' });
		const [found] = await waiting();
		expect(await acceptLate(state.id, by, found!)).toMatchObject({ ok: true });
		expect(await acceptLate(state.id, by, found!)).toEqual({ ok: false, why: 'read-again' });
		expect([await notes(), rows()]).toEqual(['first second', 1]);
	});
	test('a facilitator decides on their own workshops’ bundles alone', async () => {
		await close();
		await one().catchUp(one().write('ours'));
		const [found] = await waiting();
		const elsewhere = await openWorkshop({ people: 2, teams: 1 });
		for (const decide of [acceptLate, declineLate])
			expect(await decide(elsewhere.id, by, found!)).toEqual({ ok: false, why: 'read-again' });
		expect(await waiting()).toHaveLength(1);
	});
});

describe('R21: the writer is told which', () => {
	test('taken in: what the device brings next is known, and the next join says so', async () => {
		await close();
		const words = one().write('mine');
		await one().catchUp(words);
		await acceptLate(state.id, by, (await waiting())[0]!);
		expect(await told(one())).toBe('accepted');
		expect(await one().catchUp(words)).toEqual({ what: 'known' });
	});
	test('declined: that copy has ended, whatever it brings, also when the sheet is open again', async () => {
		await close();
		const words = one().write('left out');
		await one().catchUp(words);
		const heard = one().decided();
		await declineLate(state.id, by, (await waiting())[0]!);
		expect(await heard).toBe(sheet);
		expect(await told(one())).toBe('declined');
		const ended = { what: 'refused', why: 'declined' };
		expect(await one().catchUp(words)).toEqual(ended);
		one().write(' and more');
		expect(await one().catchUp(Y.encodeStateAsUpdate(one().doc))).toEqual(ended);
		await reopen();
		expect(await one().catchUp(Y.encodeStateAsUpdate(one().doc))).toEqual(ended);
		expect([await notes(), rows(), await waiting()]).toEqual(['', 0, []]);
		await one().join();
		expect(await one().send(one().write('written anew'))).toEqual({ what: 'kept' });
		expect(await one().catchUp(one().write(', and on'))).toEqual({ what: 'kept' });
	});
	test('a bundle that only takes words away is declined the same way', async () => {
		await other().send(other().write('keep this'));
		await expect.poll(() => one().doc.getText('notes|text').toString()).toBe('keep this');
		one().doc.getText('notes|text').delete(0, 9);
		await close();
		const emptied = one().taken();
		expect(await one().catchUp(emptied)).toMatchObject({ what: 'late' });
		const [found] = await waiting();
		expect(found?.changes[0]?.fields).toEqual([
			{ field: 'text', before: ['keep this'], after: [] }
		]);
		await declineLate(state.id, by, found!);
		expect(await one().catchUp(emptied)).toEqual({ what: 'refused', why: 'declined' });
		expect(await notes()).toBe('keep this');
	});
	test('opened again, the sheet takes what waited once, and nothing is left to decide', async () => {
		await close();
		const words = one().write('once');
		await one().catchUp(words);
		await reopen();
		expect(await one().catchUp(words)).toEqual({ what: 'kept' });
		expect(await one().catchUp(words)).toEqual({ what: 'known' });
		expect([await notes(), rows(), await waiting()]).toEqual(['once', 1, []]);
	});
});
