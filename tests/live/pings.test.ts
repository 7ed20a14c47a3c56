import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { hearAll } from '../../src/lib/live/transport';
import type { WorkshopState } from '../../src/lib/workshop/state';
import { patience, pause } from '../faults/patience';
import { connect, openWorkshop, serve, take, type Client } from './workshop';

/** Longer than a browser waits for a sign of the server, ms. */
const LONG = 13_000;

let server: Awaited<ReturnType<typeof serve>>;
let state: WorkshopState;
beforeAll(async () => {
	server = await serve();
	state = await openWorkshop({ people: 4, teams: 1 });
});
afterAll(() => server.stop());

/** Somebody in the room, and how many pings they were sent. */
async function enter(person: number, hearsAll: boolean) {
	const { id } = state.people[person]!;
	const auth = { as: 'person', workshop: state.code, version: state.version, hearsAll } as const;
	const client = connect(server.url, auth, await take(state, id));
	if (hearsAll) hearAll(client.io);
	const seen = { pings: 0, left: '' };
	client.io.on('ping', () => seen.pings++);
	client.on('disconnect', (why) => (seen.left = why));
	return { client, seen };
}

/** Types into the team's sheet every second. @returns ends it */
async function type(client: Client): Promise<() => void> {
	const [{ id: sheet } = { id: '' }] = state.sheets;
	const doc = new Y.Doc();
	const vector = Y.encodeStateVector(doc);
	await client.emitWithAck('sheet:join', { sheet, client: doc.clientID, vector });
	doc.on('update', (update: Uint8Array) =>
		client.emit('sheet:update', { sheet, update }, () => undefined)
	);
	const timer = setInterval(() => doc.getText('notes|text').insert(0, 'word '), 1000);
	return () => clearInterval(timer);
}

test('who types is answered, not pinged, and stays; in silence the pings come', async () => {
	const busy = await enter(0, true);
	const silent = await enter(1, true);
	const older = await enter(2, false);
	const stops = [await type(busy.client), await type(older.client)];
	await pause(LONG);
	expect(busy.seen).toEqual({ pings: 0, left: '' });
	expect(silent.seen.pings).toBeGreaterThan(1);
	expect(older.seen.pings).toBeGreaterThan(1);
	for (const stop of stops) stop();
	const pinged = () => busy.seen.pings > 0;
	await patience(pinged, 8000, () => 'There is silence, and no ping comes.');
	for (const { client, seen } of [busy, silent, older]) {
		expect(seen.left).toBe('');
		client.close();
	}
}, 40_000);
