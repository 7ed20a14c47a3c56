import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Changed } from '../../src/lib/protocol/live';
import type { Joined, Taken } from '../../src/lib/protocol/sheet';
import { results } from '../../src/lib/server/results';
import { stateOf } from '../../src/lib/server/state';
import { addChoice } from '../../src/lib/sheet/edit';
import { layoutOf } from '../../src/lib/sheet/layout';
import { textOf } from '../../src/lib/sheet/read';
import type { WorkshopState } from '../../src/lib/workshop/state';
import { connect, openWorkshop, serve, take, type Client } from './workshop';

let server: Awaited<ReturnType<typeof serve>>;
let state: WorkshopState;
const cookies = new Map<string, string>();

beforeAll(async () => {
	server = await serve();
	state = await openWorkshop({ people: 4, teams: 2 });
	for (const { id } of state.people) cookies.set(id, await take(state, id));
});
afterAll(() => server.stop());

const memberOf = (team: number, index: number) =>
	state.division!.teams[team]!.members[index]!.person;
const sheetOf = (team: number) =>
	state.sheets.find((sheet) => sheet.team === state.division!.teams[team]!.id)!.id;

const open = (person: string): Client =>
	connect(
		server.url,
		{ as: 'person', workshop: state.code, version: state.version },
		cookies.get(person)!
	);

const join = (client: Client, sheet: string, doc: Y.Doc): Promise<Joined> =>
	client.emitWithAck('sheet:join', {
		sheet,
		client: doc.clientID,
		vector: Y.encodeStateVector(doc)
	});

const send = (client: Client, sheet: string, update: Uint8Array): Promise<Taken> =>
	client.emitWithAck('sheet:update', { sheet, update });

describe('a team writes', () => {
	test('what one writes is acknowledged, reaches the team-mate and stands in the results', async () => {
		const [one, other] = [open(memberOf(0, 0)), open(memberOf(0, 1))];
		const sheet = sheetOf(0);
		const [mine, theirs] = [new Y.Doc(), new Y.Doc()];
		expect((await join(one, sheet, mine)).ok).toBe(true);
		expect((await join(other, sheet, theirs)).ok).toBe(true);
		const heard = new Promise<void>((done) =>
			other.on('sheet:updated', ({ update }) => {
				Y.applyUpdate(theirs, new Uint8Array(update));
				done();
			})
		);
		const need = state.scenario.exercises[0]!.items.find((item) => item.kind === 'need')!;
		const tool = state.tools[0]!;
		const layout = layoutOf(state.scenario.exercises[0]!, [tool.id]);
		const updates: Uint8Array[] = [];
		mine.on('update', (made: Uint8Array) => updates.push(made));
		const entry = addChoice(mine, layout, { need: need.id, tool: tool.id, country: 'SO' });
		textOf(mine, entry, 'reason').insert(0, 'It is overwritten soon');
		const update = Y.mergeUpdates(updates);
		expect(await send(one, sheet, update)).toEqual({ what: 'kept' });
		await heard;
		expect(textOf(theirs, entry, 'reason').toString()).toBe('It is overwritten soon');
		expect(await send(one, sheet, update)).toEqual({ what: 'known' });
		const taken = await results(state.id);
		expect(taken!.teams[0]!.choices).toMatchObject([
			{ need: need.id, tool: tool.id, country: 'SO', reason: 'It is overwritten soon', rank: 1 }
		]);
		expect(taken!.teams[1]!.choices).toEqual([]);
		one.close();
		other.close();
	});

	test('nobody joins or writes in the sheet of another team', async () => {
		const client = open(memberOf(0, 0));
		const doc = new Y.Doc();
		expect(await join(client, sheetOf(1), doc)).toEqual({ ok: false, why: 'not-yours' });
		doc.getText('notes|text').insert(0, 'x');
		expect(await send(client, sheetOf(1), Y.encodeStateAsUpdate(doc))).toEqual({
			what: 'refused',
			why: 'not-yours'
		});
		client.close();
	});
});

describe('a socket', () => {
	test.each([
		{ what: 'of the version at hand', older: 0, parts: [] },
		{ what: 'of an earlier version', older: 1, parts: ['workshop', 'stage', 'items', 'members'] },
		{ what: 'that has nothing', older: Infinity, parts: ['workshop', 'stage', 'items', 'tools'] }
	])('with a page $what is sent what it lacks', async ({ older, parts }) => {
		const person = memberOf(0, 0);
		const now = (await stateOf(state.id))!.version;
		const version = Math.max(0, now - older);
		const hello = { as: 'person', workshop: state.code, version } as const;
		const client = connect(server.url, hello, cookies.get(person)!);
		const told = await new Promise<Changed>((done) => client.once('workshop:changed', done));
		client.close();
		const names = Object.keys(told.parts);
		expect(names).toEqual(parts.length ? expect.arrayContaining(parts) : []);
		expect(names.includes('tools'), 'the toolbox stays as it is').toBe(version === 0);
	});
	test('without a token is refused, with a reason', async () => {
		const client = connect(server.url, { as: 'person', workshop: state.code, version: 0 }, '');
		const error = await new Promise<Error>((done) => client.once('connect_error', done));
		expect(error.message).toBe('not-signed-in');
	});
	test('from a page of another site is refused', async () => {
		const cookie = cookies.get(memberOf(0, 0))!;
		const hello = { as: 'person', workshop: state.code, version: 0 } as const;
		for (const transports of [['websocket'], ['polling']]) {
			const client = connect(server.url, hello, cookie, {
				transports,
				extraHeaders: { cookie, origin: 'http://elsewhere.example' }
			});
			await new Promise<Error>((done) => client.once('connect_error', done));
			expect(client.connected).toBe(false);
		}
	});
});
