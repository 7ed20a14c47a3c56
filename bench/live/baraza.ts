import { io, type Socket } from 'socket.io-client';
import * as Y from 'yjs';
import { SheetLink } from '../../src/lib/live/sheet-link';
import { hearAll, preferWhatWorked } from '../../src/lib/live/transport';
import type { ClientEvents, Handshake, ServerEvents } from '../../src/lib/protocol/live';
import * as parser from '../../src/lib/protocol/parser';
import type { RoomView } from '../../src/lib/view/room';
import { ServerChild } from '../../tests/faults/child';
import { readDisk } from '../../tests/faults/log';
import { openDoors, openExercise, type Doors } from '../../tests/faults/stage';
import { Visitor } from '../../tests/faults/visitor';
import { TEAM, type Client, type Contender, type Running } from './contender';

/** People who join at the same time. */
const AT_ONCE = 8;

/** The production server with a real workshop: everybody joins by code and name. */
export const BARAZA = contender([]);

/** The same where a commit is not waited for on the disk. */
export const LESS_SURE = contender(['less-sure.ts']);

/** @param imports of tests/faults, loaded before the program */
function contender(imports: string[]): Contender {
	return { name: 'baraza', start: (people) => start(people, imports) };
}

async function start(people: number, imports: string[]): Promise<Running> {
	const child = new ServerChild({}, { imports });
	const doors = await openDoors({ people, teams: Math.ceil(people / TEAM), child });
	const { server } = doors;
	const cookies = await takeNames(doors);
	await openExercise(doors.lead);
	return {
		get pid() {
			return server.pid;
		},
		port: server.port,
		connect: async (at) => connect(doors, cookies[at] ?? ''),
		kill: async () => void (await server.stop('SIGKILL')),
		restart: async () => void (await server.start()),
		stored: () => [...readDisk(server.data).sheets.values()].map((sheet) => sheet.doc),
		[Symbol.asyncDispose]: () => doors[Symbol.asyncDispose]()
	};
}

/** Everybody types the code and picks their name. @returns their cookies */
async function takeNames({ server, code, people }: Doors): Promise<string[]> {
	const cookies: string[] = [];
	let next = 0;
	const work = async () => {
		for (let at = next++; at < people.length; at = next++) {
			const visitor = new Visitor(server.origin);
			const name = people[at]?.name ?? '';
			const { names } = await visitor.data(`/join/${code}?q=${encodeURIComponent(name)}`);
			const me = (names as { id: string; name: string }[]).find((one) => one.name === name);
			const { type } = await visitor.act(`/join/${code}`, [['person', me?.id ?? '']]);
			if (type !== 'redirect') throw new Error(`${name} was not let in`);
			cookies[at] = visitor.cookie;
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, work));
	return cookies;
}

/** What `live/connection.svelte.ts` does in a browser, with its link and without its page. */
function connect({ server, code }: Doors, cookie: string): Client {
	let known = 0; // of the workshop; a page says what it has
	const socket: Socket<ServerEvents, ClientEvents> = io(server.origin, {
		auth: (give) =>
			give({ as: 'person', workshop: code, version: known, hearsAll: true } satisfies Handshake),
		parser,
		extraHeaders: { cookie },
		forceNew: true,
		reconnectionDelay: 300,
		reconnectionDelayMax: 1000,
		timeout: 5000
	});
	preferWhatWorked(socket.io);
	hearAll(socket.io);
	const doc = new Y.Doc();
	let link: SheetLink | undefined;
	let sheet = '';
	socket.on('workshop:changed', ({ version, parts }) => {
		known = version;
		const { exercise } = parts as Partial<RoomView>;
		if (link || !exercise?.sheet) return;
		({ sheet } = exercise);
		link = new SheetLink({
			sheet,
			doc,
			wire: { emit: (event, ...message) => socket.emit(event, ...message) },
			changed: () => undefined,
			ended: ({ why }) => console.error(`A copy came to its end: ${why}`)
		});
		link.join();
	});
	socket.on('connect', () => link?.join());
	socket.on('disconnect', () => link?.disconnected());
	socket.on('sheet:updated', ({ update }) => link?.receive(update));
	return {
		doc,
		get room() {
			return sheet;
		},
		get unacknowledged() {
			return link?.unsaved ?? 0;
		},
		get inSync() {
			return socket.connected && link?.state === 'live' && link.unsaved === 0;
		},
		close: () => {
			socket.close();
			link?.close();
		}
	};
}
