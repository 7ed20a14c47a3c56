import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { io, type Socket } from 'socket.io-client';
import type { Handshake, ClientEvents, ServerEvents } from '../../src/lib/protocol/live';
import * as parser from '../../src/lib/protocol/parser';
import { db } from '../../src/lib/server/db';
import { claimName } from '../../src/lib/server/db/devices';
import { user } from '../../src/lib/server/db/schema/accounts';
import { attach, detach } from '../../src/lib/server/live';
import { insertPeople } from '../../src/lib/server/people';
import { newId, newToken } from '../../src/lib/server/random';
import { stateOf } from '../../src/lib/server/state';
import { announceTeams, draw } from '../../src/lib/server/teams';
import { makeWorkshop, openStageOf, setStatus } from '../../src/lib/server/workshops';
import type { WorkshopState } from '../../src/lib/workshop/state';

export type Client = Socket<ServerEvents, ClientEvents>;

/** A real server on a free port, with the live path attached. */
export async function serve(): Promise<{ url: string; http: Server; stop(): Promise<void> }> {
	const http = createServer((_, res) => res.end());
	attach(http);
	await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
	const { port } = http.address() as AddressInfo;
	return { url: `http://127.0.0.1:${port}`, http, stop: detach };
}

/** Somebody who leads. @param id of theirs; who is there already stays */
export function facilitator(id = newId()): string {
	const at = new Date();
	db.insert(user)
		.values({ id, name: 'Rosa', email: `${id}@example.org`, createdAt: at, updatedAt: at })
		.onConflictDoNothing()
		.run();
	return id;
}

/** A workshop with people in announced teams and its first exercise open, led by *rosa* if nobody else. */
export async function openWorkshop(
	wish: { slug?: string; people?: number; teams?: number; owner?: string } = {}
): Promise<WorkshopState> {
	const { slug = 'two-shores', people = 4, teams = 2 } = wish;
	const owner = wish.owner ?? facilitator('rosa');
	const made = await makeWorkshop(owner, {
		slug,
		title: 'Kilindwe',
		place: 'Mikoko hall',
		from: '2027-03-09',
		to: '2027-03-11',
		hosts: ['Kenya', 'Somalia'],
		guests: ['Uganda'],
		exercises: ['investigation', 'priorities']
	});
	if (!made.ok) throw new Error(made.why);
	const by = `facilitator:${owner}` as const;
	await insertPeople(
		made.id,
		by,
		Array.from({ length: people }, (_, i) => ({
			name: `Person ${String.fromCharCode(65 + i)}ttt`,
			delegation: ['Kenya', 'Somalia'][i % 2] ?? '',
			role: 'prosecutor',
			institution: '',
			gender: '',
			languages: '',
			standing: 'member',
			extra: []
		}))
	);
	await setStatus(made.id, by, 'open');
	const drawn = await draw(made.id, by, teams, 1);
	if (!drawn?.ok) throw new Error('no draw');
	await announceTeams(made.id, by, drawn.value);
	const state = (await stateOf(made.id))!;
	const first = state.stages.find((stage) => stage.exercise !== null)!;
	await openStageOf(made.id, by, first.id, null);
	return (await stateOf(made.id))!;
}

/** Takes a person's name on a new device. @returns the cookie header of that device */
export async function take(state: WorkshopState, person: string): Promise<string> {
	const token = newToken();
	const outcome = await claimName(state.id, person, token, Date.now());
	if (!outcome.ok) throw new Error(outcome.why);
	return `baraza-${state.code}=${token}`;
}

/** A browser's connection. */
export function connect(url: string, auth: Handshake, cookie: string, more: object = {}): Client {
	return io(url, {
		parser,
		auth,
		transports: ['websocket'],
		reconnection: false,
		extraHeaders: { cookie },
		...more
	});
}

/** The same with the exercise of recommendations open. */
export async function openPriorities(): Promise<WorkshopState> {
	const state = await openWorkshop();
	const next = state.stages.find((stage) => stage.exercise === 'priorities')!;
	await openStageOf(state.id, `facilitator:${state.owner}`, next.id, state.openStage);
	return (await stateOf(state.id))!;
}
