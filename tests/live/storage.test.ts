import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { db } from '../../src/lib/server/db';
import { addDevice, claimName, freeName, personByToken } from '../../src/lib/server/db/devices';
import * as links from '../../src/lib/server/db/links';
import { openDoors } from '../../src/lib/server/db/requests';
import { event, stage as stageTable } from '../../src/lib/server/db/schema/workshops';
import {
	lengthen,
	missTime,
	resumeClock,
	runClock,
	saveClock,
	settleGap
} from '../../src/lib/server/db/clocks';
import { openStage, releaseInject, setDone } from '../../src/lib/server/db/stages';
import { movePerson, saveDivision, setPart } from '../../src/lib/server/db/teams';
import { insertPeople, removePerson } from '../../src/lib/server/db/people';
import { newToken } from '../../src/lib/server/random';
import { stateOf } from '../../src/lib/server/state';
import { left } from '../../src/lib/workshop/clock';
import { openWorkshop } from './workshop';

const by = 'facilitator:rosa';
const MINUTE = 60_000;
const fresh = async (id: string) => (await stateOf(id))!;

describe('claimName', () => {
	test('of two who take a name at once one gets it, and the other is told', async () => {
		const state = await openWorkshop();
		const who = state.people[0]!.id;
		const [one, two] = [newToken(), newToken()];
		const outcomes = await Promise.all(
			[one, two].map((token) => claimName(state.id, who, token, 1))
		);
		expect(outcomes.map((outcome) => outcome.ok).sort()).toEqual([false, true]);
		expect(outcomes.find((outcome) => !outcome.ok)).toEqual({ ok: false, why: 'taken' });
	});
	test('a freed name can be taken again, and the old device is let in no more', async () => {
		const state = await openWorkshop();
		const who = state.people[0]!.id;
		const [old, now] = [newToken(), newToken()];
		await claimName(state.id, who, old, 1);
		expect(await freeName(state.id, by, who, 2)).toMatchObject({ ok: true });
		expect(await claimName(state.id, who, now, 3)).toMatchObject({ ok: true });
		expect(await personByToken(state.code, old)).toBeUndefined();
		expect((await personByToken(state.code, now))?.person).toBe(who);
	});
	test('R15: doors that were opened close by themselves', async () => {
		const state = await openWorkshop();
		const who = state.people[0]!.id;
		await claimName(state.id, who, newToken(), 1);
		await openDoors(state.id, by, 1000, 2);
		expect(await claimName(state.id, who, newToken(), 999)).toMatchObject({ ok: true });
		expect(await claimName(state.id, who, newToken(), 1000)).toMatchObject({ why: 'taken' });
	});
	test('R16: a link for another device works for ten minutes, for its own person, once', async () => {
		const state = await openWorkshop();
		const [who, other] = [state.people[0]!.id, state.people[1]!.id];
		await claimName(state.id, who, newToken(), 1);
		await links.keep('ABCD2345', 'device', 1000, who);
		const add = (person: string, at: number) =>
			addDevice(state.id, person, 'ABCD2345', newToken(), at);
		expect(await add(other, 10)).toMatchObject({ why: 'bad-link' });
		expect(await add(who, 1000)).toMatchObject({ why: 'bad-link' });
		expect(await add(who, 999)).toMatchObject({ ok: true });
		expect(await add(who, 999)).toMatchObject({ why: 'bad-link' });
	});
	test("a token of one workshop is nobody's in another", async () => {
		const [here, there] = [await openWorkshop(), await openWorkshop()];
		const token = newToken();
		await claimName(here.id, here.people[0]!.id, token, 1);
		expect(await personByToken(there.code, token)).toBeUndefined();
	});
	test("somebody of another workshop's list cannot be taken", async () => {
		const [here, there] = [await openWorkshop(), await openWorkshop()];
		expect(await claimName(here.id, there.people[0]!.id, newToken(), 1)).toEqual({
			ok: false,
			why: 'no-person'
		});
	});
});

describe('openStage', () => {
	test('closes the stage before it: its clock stops and its sheets close', async () => {
		const state = await openWorkshop();
		const first = state.openStage!;
		await runClock(state.id, by, first, true, 0);
		const next = state.stages.find((one) => one.exercise === 'priorities')!;
		await openStage(state.id, by, next.id, first, state.division!.id, 10_000);
		const after = await fresh(state.id);
		expect(after.openStage).toBe(next.id);
		expect(after.stages.find((one) => one.id === first)).toMatchObject({
			spent: 10_000,
			runningSince: null,
			closedAt: 10_000
		});
		const closed = (exercise: string) =>
			after.sheets.filter((sheet) => sheet.exercise === exercise).map((sheet) => sheet.closedAt);
		expect(closed('investigation')).toEqual([10_000, 10_000]);
		expect(closed('priorities')).toEqual([null, null]);
	});
	test('stepping back gives the same sheets and the time that was left', async () => {
		const state = await openWorkshop();
		const first = state.openStage!;
		await runClock(state.id, by, first, true, 0);
		const next = state.stages.find((one) => one.exercise === 'priorities')!;
		await openStage(state.id, by, next.id, first, state.division!.id, 10_000);
		await openStage(state.id, by, first, next.id, state.division!.id, 20_000);
		const after = await fresh(state.id);
		expect(after.sheets.filter((s) => s.exercise === 'investigation')).toEqual(
			state.sheets.filter((s) => s.exercise === 'investigation')
		);
		const again = after.stages.find((one) => one.id === first)!;
		expect(left(again, 20_000)).toBe(again.planned - 10_000);
	});
	test('of two facilitators who press at once, the second is told that the room moved on', async () => {
		const state = await openWorkshop();
		const next = state.stages.find((one) => one.exercise === 'priorities')!;
		const open = () => openStage(state.id, by, next.id, state.openStage, state.division!.id, 1);
		expect([await open(), await open()].map((outcome) => outcome.ok)).toEqual([true, false]);
		expect(await open()).toEqual({ ok: false, why: 'moved-on' });
	});
	test('an exercise cannot be opened without teams, and nothing has changed then', async () => {
		const state = await openWorkshop();
		const next = state.stages.find((one) => one.exercise === 'priorities')!;
		expect(await openStage(state.id, by, next.id, state.openStage, null, 1)).toEqual({
			ok: false,
			why: 'no-teams'
		});
		expect((await fresh(state.id)).version).toBe(state.version);
	});
});

describe('the clock', () => {
	test('pauses, goes on, and can be lengthened', async () => {
		const state = await openWorkshop();
		const id = state.openStage!;
		await runClock(state.id, by, id, true, 0);
		expect(await runClock(state.id, by, id, true, 1)).toEqual({ ok: false, why: 'already' });
		await runClock(state.id, by, id, false, 10_000);
		await lengthen(state.id, by, id, 2 * MINUTE, 11_000);
		const clock = (await fresh(state.id)).stages.find((one) => one.id === id)!;
		expect(left(clock, 99_000)).toBe(clock.planned + 2 * MINUTE - 10_000);
	});
	test('R27: a night in which the computer slept is not spent, and the facilitator is asked', async () => {
		const state = await openWorkshop();
		const id = state.openStage!;
		await runClock(state.id, by, id, true, 0);
		await saveClock(state.id, 5_000);
		await missTime(state.id, { slept: 60_000, shifted: 0 }, 66_000);
		const clock = async () => (await fresh(state.id)).stages.find((one) => one.id === id)!;
		expect(left(await clock(), 66_000)).toBe((await clock()).planned - 6_000);
		expect((await fresh(state.id)).missed).toEqual([{ what: 'slept', at: 66_000, ms: 60_000 }]);
		await settleGap(state.id, by, id, true, 67_000);
		expect(left(await clock(), 67_000)).toBe((await clock()).planned - 67_000);
		expect((await fresh(state.id)).missed).toEqual([]);
		expect(await settleGap(state.id, by, id, true, 67_000)).toEqual({ ok: false, why: 'already' });
	});
	test('R27: a clock that is put back spends what really passes, and the facilitator is told', async () => {
		const state = await openWorkshop();
		const id = state.openStage!;
		await runClock(state.id, by, id, true, 7_200_000);
		await missTime(state.id, { slept: 0, shifted: -3_600_000 }, 3_601_000);
		await saveClock(state.id, 3_605_000);
		const { stages, missed } = await fresh(state.id);
		const clock = stages.find((one) => one.id === id)!;
		expect(left(clock, 3_606_000)).toBe(clock.planned - 6_000);
		expect(missed).toEqual([{ what: 'back', at: 3_601_000, ms: 3_600_000 }]);
		await settleGap(state.id, by, id, false, 3_607_000);
		expect((await fresh(state.id)).missed).toEqual([]);
	});
	test('R27: a restart costs nothing, and a lunch without the program is asked about', async () => {
		const state = await openWorkshop();
		const id = state.openStage!;
		await runClock(state.id, by, id, true, 0);
		expect(await resumeClock(state.id, 9_000)).toBeUndefined();
		await saveClock(state.id, 10_000);
		expect(await resumeClock(state.id, 3_610_000)).toMatchObject({ ok: true });
		const { stages, missed } = await fresh(state.id);
		expect(stages.find((one) => one.id === id)).toMatchObject({ spent: 10_000, gap: 3_600_000 });
		expect(missed).toEqual([{ what: 'off', at: 3_610_000, ms: 3_600_000 }]);
	});
});

describe('releaseInject', () => {
	test('each team gets it once', async () => {
		const state = await openWorkshop();
		const [one, two] = state.division!.teams.map((team) => team.id) as [string, string];
		expect(await releaseInject(state.id, by, 'x', [one], 1)).toMatchObject({ value: [one] });
		expect(await releaseInject(state.id, by, 'x', [one, two], 2)).toMatchObject({ value: [two] });
		expect(await releaseInject(state.id, by, 'x', [one, two], 3)).toEqual({
			ok: false,
			why: 'already'
		});
		expect((await fresh(state.id)).releases.map((release) => release.at)).toEqual([1, 2]);
	});
});

describe('setDone', () => {
	test('a team is done once, and may take it back', async () => {
		const state = await openWorkshop();
		const team = state.division!.teams[0]!;
		const who = team.members[0]!.person;
		const done = (is: boolean) =>
			setDone(state.id, `person:${who}`, team.id, state.openStage!, who, is, 7);
		expect(await done(true)).toMatchObject({ ok: true });
		expect(await done(true)).toEqual({ ok: false, why: 'already' });
		expect((await fresh(state.id)).done).toHaveLength(1);
		await done(false);
		expect((await fresh(state.id)).done).toEqual([]);
	});
});

describe('teams', () => {
	test('whoever is moved leaves the parts of the old team', async () => {
		const state = await openWorkshop();
		const [from, to] = state.division!.teams;
		const who = from!.members[0]!.person;
		await setPart(state.id, by, who, 'defence', true, 1);
		await movePerson(state.id, by, who, to!.id, 2);
		const seat = (await fresh(state.id)).division!.teams[1]!.members.find((m) => m.person === who);
		expect(seat).toEqual({ person: who, pinned: false, parts: [] });
	});
	test('a new draw keeps the teams whose exercise was opened, with all they wrote', async () => {
		const state = await openWorkshop();
		await saveDivision(state.id, by, 2, [{ name: 'New', side: null, members: [] }], 5);
		const after = await fresh(state.id);
		expect(after.division!.teams.map((team) => team.name)).toEqual(['New']);
		expect(after.earlier[0]!.teams).toHaveLength(2);
		expect(after.sheets).toEqual(state.sheets);
	});
	test('who is taken off the list sits in no team and joins no more', async () => {
		const state = await openWorkshop();
		const who = state.division!.teams[0]!.members[0]!.person;
		const token = newToken();
		await claimName(state.id, who, token, 1);
		await removePerson(state.id, by, who, 2);
		const after = await fresh(state.id);
		expect(after.people.map((person) => person.id)).not.toContain(who);
		expect(
			after.division!.teams.flatMap((team) => team.members.map((m) => m.person))
		).not.toContain(who);
		expect(await personByToken(state.code, token)).toBeUndefined();
	});
});

describe('a step', () => {
	test('leaves the workshop, its version and its events as they were when it is refused', async () => {
		const state = await openWorkshop();
		const events = () => db.select().from(event).where(eq(event.workshop, state.id)).all().length;
		const before = events();
		await freeName(state.id, by, state.people[0]!.id, 1);
		expect(events()).toBe(before);
		expect((await fresh(state.id)).version).toBe(state.version);
	});
	test('taken, it makes the next version and one event that says who and what', async () => {
		const state = await openWorkshop();
		const outcome = await lengthen(state.id, by, state.openStage!, MINUTE, 42);
		expect(outcome).toMatchObject({ ok: true, version: state.version + 1 });
		const last = db.select().from(event).where(eq(event.workshop, state.id)).all().at(-1);
		expect(last).toMatchObject({
			by,
			at: 42,
			what: 'clock-lengthened',
			version: state.version + 1
		});
	});
	test('that throws undoes everything it did', async () => {
		const state = await openWorkshop();
		const broken = { name: 'x', delegation: 'Kenya' } as never;
		await expect(insertPeople(state.id, by, [broken, null as never], 1)).rejects.toThrow();
		expect((await fresh(state.id)).people).toHaveLength(state.people.length);
		expect(db.select().from(stageTable).all().length).toBeGreaterThan(0);
	});
});
