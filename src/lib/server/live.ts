import type { Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import * as v from 'valibot';
import type { ClientEvents, Cut, ServerEvents } from '../protocol/live';
import type { SheetUpdated } from '../protocol/sheet';
import { version } from '../../../package.json';
import { listensOn } from './addresses';
import { answerSheets, sheetRoom } from './answer-sheets';
import { viewerOf, type Caller } from './callers';
import { settled } from './commit';
import { close } from './db';
import { leads } from './db/co-facilitators';
import { isLetIn } from './db/devices';
import { dismiss, sit, stopSitting } from './desks';
import { disk } from './disk';
import { hear, type Fact } from './facts';
import { enter, inTime } from './flood';
import { follow, moveScreen } from './following';
import { gather, move, reseat, stopGathering, type Guest } from './gathering';
import { serverParser } from './hear-updates';
import { keepHouse } from './keepers';
import { letIn, type Known } from './let-in';
import { log } from './log';
import * as messages from './messages';
import { isSameOrigin, isServed, tellTruth } from './origin';
import { count } from './present';
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
import { eventOut, send } from './ws-frame';

type Live = Server<ClientEvents, ServerEvents, Record<string, never>, Known>;
/** Somebody's connection. */
export type LiveSocket = Socket<ClientEvents, ServerEvents, Record<string, never>, Known>;

const isSheetRoom = (room: string) => room.startsWith('sheet:');

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
			stopSitting();
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
	if (caller.as === 'screen') {
		const free = () => socket.emit('device:released', 'freed');
		leave.push(follow({ screen: caller.screen, receiver, free }));
	}
	if (caller.as === 'facilitator') {
		// Taken off the list while the connection was made, they had no desk to be sent from.
		if (!leads(caller.workshop, caller.facilitator)) return void socket.disconnect(true);
		leave.push(lead(socket, caller));
	}
	if (caller.as === 'person') {
		socket.join(`device:${caller.device}`);
		// Freed while the connection was made, it was in no room to be cut.
		if (!isLetIn(caller.device)) return void socket.disconnect(true);
		leave.push(pace(socket, caller), seat(socket, caller));
	}
	if (disk().state === 'full') socket.emit('disk:changed', 'full');
	await tell(receiver, version);
}

/** A person is here: they are counted, their team sees them, and they may write in its sheet. */
function seat(socket: LiveSocket, caller: Extract<Caller, { as: 'person' }>): () => void {
	const { workshop, person } = caller;
	const guest: Guest = {
		workshop,
		person,
		team: socket.data.team,
		place: { at: null, writing: false },
		send: (team) => socket.emit('presence:changed', team),
		leaveSheets: () =>
			[...socket.rooms].filter(isSheetRoom).forEach((room) => void socket.leave(room))
	};
	count(workshop, person, 1);
	tellLeaders(workshop);
	const leave = [gather(guest), answerSheets(socket, caller)];
	socket.on('presence:move', (message) => {
		const said = v.safeParse(messages.place, message);
		if (said.success) move(guest, said.output);
	});
	return () => {
		leave.forEach((end) => end());
		count(workshop, person, -1);
		tellLeaders(workshop);
	};
}

/** A facilitator is here: the others are told where, until they lead the workshop no more. */
function lead(socket: LiveSocket, caller: Extract<Caller, { as: 'facilitator' }>): () => void {
	const { at, leave } = sit({
		...caller,
		send: (all) => socket.emit('plenary:present', all),
		cut: () => socket.disconnect(true)
	});
	socket.on('plenary:at', (message) => {
		const said = v.safeParse(messages.group, message);
		if (said.success) at(said.output.group);
	});
	return leave;
}

/** Nobody's messages hold up anybody else's. */
function pace(socket: LiveSocket, { device, person }: { device: string; person: string }) {
	socket.use((packet, next) => {
		const [event, message] = packet;
		// Whatever is left out or added before it, the answer is expected last.
		const ack: unknown = packet.at(-1);
		if (typeof ack === 'function') packet.splice(1, 9, message === ack ? undefined : message, ack);
		inTime(device, event, message, next);
	});
	const cut = (why: Cut) => {
		socket.emit('connection:cut', why);
		socket.disconnect(true);
	};
	return enter(device, person, { cut });
}

async function spread(io: Live, fact: Fact): Promise<void> {
	switch (fact.kind) {
		case 'sheet':
			sendUpdate(io, fact);
		// falls through: who leads is told of it
		case 'vote':
			return tellLeaders(fact.workshop);
		case 'workshop':
			await reseat(fact.workshop);
			return tellAll(fact.workshop);
		case 'disk':
			io.emit('disk:changed', disk().state === 'full' ? 'full' : 'ok');
			return tellAllLeaders();
		case 'late':
			return void io.to(`device:${fact.device}`).emit('sheet:decided', fact.sheet);
		case 'released':
			for (const device of fact.devices) {
				io.to(`device:${device}`).emit('device:released', fact.why);
				io.in(`device:${device}`).disconnectSockets(true);
			}
			return;
		case 'screen':
			return moveScreen(fact.screen);
		case 'dismissed':
			return dismiss(fact.workshop, fact.facilitator);
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
