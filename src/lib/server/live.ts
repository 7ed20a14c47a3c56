import type { Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import * as v from 'valibot';
import type { ClientEvents, Cut, ServerEvents } from '../protocol/live';
import type { Joined, SheetUpdated, Taken } from '../protocol/sheet';
import { version } from '../../../package.json';
import { listensOn } from './addresses';
import { viewerOf, type Caller } from './callers';
import { settled, takeUpdate } from './commit';
import { close } from './db';
import { isLetIn } from './db/devices';
import { screenById } from './db/screens';
import { disk, isDiskFault } from './disk';
import { hear, type Fact } from './facts';
import { enter, weigh } from './flood';
import { changeTeam, gather, move, stopGathering, type Guest } from './gathering';
import { keepHouse } from './keepers';
import { letIn, type Known } from './let-in';
import { log } from './log';
import * as messages from './messages';
import { isSameOrigin, isServed, tellTruth } from './origin';
import { count } from './present';
import { joinSheet } from './sheets';
import {
	stopTelling,
	tell,
	tellAboutAddress,
	tellAll,
	tellAllLeaders,
	tellFromNow,
	tellLeaders,
	type Receiver
} from './telling';
import { tally } from './tally';
import { teamOfPerson } from './workshops';
import { serverParser } from './update-decoder';
import { answerOut, eventOut, send } from './ws-frame';

type Live = Server<ClientEvents, ServerEvents, Record<string, never>, Known>;
type LiveSocket = Socket<ClientEvents, ServerEvents, Record<string, never>, Known>;

const sheetRoom = (sheet: string) => `sheet:${sheet}`;

let live: { io: Live; stop: () => void } | undefined;

/**
 * Attaches the live path to a server somebody else made, after all its other listeners.
 * Development, production and tests call this one function.
 */
export function attach(http: HttpServer): void {
	const io: Live = new Server(http, {
		parser: serverParser,
		maxHttpBufferSize: 4 * 1024 * 1024,
		pingInterval: 4_000,
		pingTimeout: 7_000,
		serveClient: false,
		allowRequest: (req, done) => done(null, isServed(req) && isSameOrigin(req))
	});
	http.prependListener('request', tellTruth);
	if (http.listening) listensOn(http);
	else http.once('listening', () => listensOn(http));
	io.use(async (socket, next) => {
		const entry = await letIn(socket.handshake.auth, socket.handshake.headers.cookie);
		if (!entry.ok) return next(new Error(entry.why));
		socket.data = entry.known;
		next();
	});
	io.on('connection', (socket) => welcome(socket).catch((error) => log.error(error)));
	const deaf = hear((fact) => void spread(io, fact).catch((error) => log.error(error)));
	const stop = keepHouse((sheet) => io.sockets.adapter.rooms.has(sheetRoom(sheet)));
	log.info({ version, node: process.version, system: process.platform }, 'started');
	live = {
		io,
		stop: () => {
			stop();
			deaf();
			stopTelling();
			stopGathering();
		}
	};
	http.once('close', () => void settled().finally(close));
}

/** Finishes what is being written, then closes every connection; clients see it and come back. */
export async function detach(): Promise<void> {
	await settled();
	if (live) log.info('stopped');
	live?.stop();
	await live?.io.close();
	live = undefined;
}

/** All handlers are there before the first wait: a browser sends at once. */
async function welcome(socket: LiveSocket): Promise<void> {
	const { caller, version } = socket.data;
	const receiver: Receiver = {
		viewer: viewerOf(caller),
		send: (change) => socket.emit('workshop:changed', change),
		told: new Map()
	};
	const leave = [tellFromNow(receiver)];
	socket.on('disconnect', () => leave.forEach((end) => end()));
	if (caller.as === 'screen') screens.set(socket.id, { id: caller.screen, receiver });
	leave.push(() => screens.delete(socket.id));
	if (caller.as === 'person') {
		socket.join(`device:${caller.device}`);
		// Freed while the connection was made, it was in no room to be cut.
		if (!isLetIn(caller.device)) return void socket.disconnect(true);
		leave.push(pace(socket, caller));
		leave.push(seat(socket, caller));
	}
	if (disk().state === 'full') socket.emit('disk:changed', 'full');
	await tell(receiver, version);
}

/** Projectors follow to another workshop without connecting anew. */
const screens = new Map<string, { id: string; receiver: Receiver }>();
/** Where each connected person sits. */
const seats = new Map<string, Guest>();

/** A person is here: they are counted, their team sees them, and they may write in its sheet. */
function seat(socket: LiveSocket, caller: Extract<Caller, { as: 'person' }>): () => void {
	const { workshop, person } = caller;
	const guest: Guest = {
		person,
		team: socket.data.team,
		place: { at: null, writing: false },
		send: (team) => socket.emit('presence:changed', team)
	};
	seats.set(socket.id, guest);
	count(workshop, person, 1);
	tellLeaders(workshop);
	const leave = gather(guest);
	answerSheets(socket, caller);
	socket.on('presence:move', (message) => {
		const said = v.safeParse(messages.place, message);
		if (said.success) move(guest, said.output);
	});
	return () => {
		leave();
		seats.delete(socket.id);
		count(workshop, person, -1);
		tellLeaders(workshop);
	};
}

/** Nobody's messages hold up anybody else's. */
function pace(socket: LiveSocket, { device, person }: { device: string; person: string }) {
	socket.use((packet, next) => {
		const [event, message] = packet;
		// Whatever is left out or added before it, the answer is expected last.
		const ack: unknown = packet.at(-1);
		if (typeof ack === 'function') packet.splice(1, 9, message === ack ? undefined : message, ack);
		const wait = weigh(device, event, message, performance.now());
		if (wait === 0) next();
		else if (wait !== undefined) setTimeout(next, wait);
	});
	const cut = (why: Cut) => {
		socket.emit('connection:cut', why);
		socket.disconnect(true);
	};
	return enter(device, person, { cut });
}

function answerSheets(socket: LiveSocket, writer: { person: string; device: string }): void {
	socket.on('sheet:join', async (message, ack) => {
		const said = v.safeParse(messages.joinSheet, message);
		const reply = await answered<Joined>({ ok: false, why: 'internal' }, async () =>
			said.success
				? joinSheet(writer, said.output, () => void socket.join(sheetRoom(said.output.sheet)))
				: { ok: false, why: 'malformed' }
		);
		if (typeof ack === 'function') ack(reply);
	});
	const take = (bring: boolean) => (message: unknown, question: unknown) => {
		const answer = (taken: Taken) => {
			if (taken.what === 'refused') tally(`refused: ${taken.why}`);
			if (typeof question === 'number') send(socket.conn, answerOut(question, taken));
		};
		const said = messages.readUpdate(message);
		if (said) takeUpdate({ writer, bring, ...said }, socket.id, answer);
		else answer({ what: 'refused', why: 'malformed' });
	};
	socket.on('sheet:update', take(false));
	socket.on('sheet:catch-up', take(true));
}

/** A bug answers `internal` instead of silence. */
async function answered<Reply>(bug: Reply, work: () => Promise<Reply>): Promise<Reply> {
	try {
		return await work();
	} catch (error) {
		if (!isDiskFault(error)) log.error(error);
		return bug;
	}
}

async function spread(io: Live, fact: Fact): Promise<void> {
	switch (fact.kind) {
		case 'sheet':
			sendUpdate(io, fact);
			return tellLeaders(fact.workshop);
		case 'workshop':
			await reseat(io, fact.workshop);
			return tellAll(fact.workshop);
		case 'vote':
			return tellLeaders(fact.workshop);
		case 'disk':
			io.emit('disk:changed', disk().state === 'full' ? 'full' : 'ok');
			return tellAllLeaders();
		case 'late':
			io.to(`device:${fact.device}`).emit('sheet:decided', fact.sheet);
			return;
		case 'released':
			for (const device of fact.devices) {
				io.to(`device:${device}`).emit('device:released', fact.why);
				io.in(`device:${device}`).disconnectSockets(true);
			}
			return;
		case 'screen':
			for (const [socket, { id, receiver }] of screens) {
				if (id !== fact.screen) continue;
				const row = await screenById(id);
				if (row) receiver.viewer = { as: 'screen', workshop: row.workshop, code: row.code };
				// Let go, it starts again: without a workshop its version is an old one, which it ignores.
				if (row?.workshop) await tell(receiver);
				else io.to(socket).emit('device:released', 'freed');
			}
			return;
		case 'addresses':
			return tellAboutAddress();
	}
}

/** To everybody in the sheet who lacks it; made once for all: it is most of what is ever sent. */
function sendUpdate(io: Live, { sheet, update, from }: Extract<Fact, { kind: 'sheet' }>): void {
	const outgoing = eventOut('sheet:updated', { sheet, update } satisfies SheetUpdated);
	for (const id of io.sockets.adapter.rooms.get(sheetRoom(sheet)) ?? [])
		if (!from.includes(id)) send(io.sockets.sockets.get(id)?.conn, outgoing);
}

/** Whoever was moved to another team hears no more of the old one's sheet. */
async function reseat(io: Live, workshop: string): Promise<void> {
	for (const [id, guest] of seats) {
		const socket = io.sockets.sockets.get(id);
		if (socket?.data.caller.workshop !== workshop) continue;
		const team = (await teamOfPerson(workshop, guest.person)) ?? '';
		if (team === guest.team) continue;
		changeTeam(guest, team);
		for (const room of socket.rooms) if (room.startsWith('sheet:')) await socket.leave(room);
	}
}
