import { afterAll, beforeAll, expect, test } from 'vitest';
import { letGo, openSheets } from '../../src/lib/server/sheet-memory';
import { textOf } from '../../src/lib/sheet/read';
import type { WorkshopState } from '../../src/lib/workshop/state';
import { openWorkshop, serve, take } from './workshop';
import { Writer } from './writer';

const MINUTES = 60_000;

let server: Awaited<ReturnType<typeof serve>>;
let state: WorkshopState;
let sheet = '';
const open: Writer[] = [];

beforeAll(async () => {
	server = await serve();
	state = await openWorkshop({ people: 2, teams: 1 });
	sheet = state.sheets[0]!.id;
});
afterAll(async () => {
	for (const writer of open) writer.close();
	await server.stop();
});

async function writer(cookie: string): Promise<Writer> {
	const one = new Writer(server.url, cookie, state.code, sheet);
	open.push(one);
	return one;
}

const later = (minutes: number) => performance.now() + minutes * MINUTES;

test('a sheet nobody is in leaves memory after some minutes, and comes back as it was', async () => {
	const [one, other] = state.people.map(({ id }) => id);
	const [mine, theirs] = [await take(state, one!), await take(state, other!)];
	const writes = await writer(mine);
	const waits = await writer(theirs);
	await Promise.all([writes.join(), waits.join()]);
	expect(await writes.send(writes.write('first'))).toEqual({ what: 'kept' });

	letGo(() => true, later(60));
	letGo(() => false, later(1));
	expect(openSheets()).toBe(1);
	// bound when they joined, and nothing written yet
	expect(await waits.send(waits.write(' second'))).toEqual({ what: 'kept' });

	const returns = await writer(theirs);
	const client = 1_234_567;
	await returns.join(client);
	returns.close();
	letGo(() => false, later(60));
	expect(openSheets()).toBe(0);

	const again = await writer(theirs);
	expect(await again.join(client)).toMatchObject({ ok: true, may: 'write' });
	const words = textOf(again.doc, 'notes', 'text').toString();
	expect(words).toContain('first');
	expect(words).toContain(' second');
	expect(await again.send(again.write(' third'))).toEqual({ what: 'kept' });
	// whose ids stand in the log is known as before
	const thief = await writer(mine);
	expect(await thief.join(client)).toEqual({ ok: false, why: 'client-taken' });
});
