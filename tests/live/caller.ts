import { io, type Socket } from 'socket.io-client';
import * as Y from 'yjs';
import type {
	ClientEvents,
	Handshake,
	Presence,
	PresentLead,
	ServerEvents
} from '../../src/lib/protocol/live';
import * as parser from '../../src/lib/protocol/parser';
import type { Joined, Taken } from '../../src/lib/protocol/sheet';

type Client = Socket<ServerEvents, ClientEvents>;

/** So long an event without an answer counts as refused, ms. */
const SILENCE = 400;

/** Somebody who tries every socket and event with the cookies they have. */
export class Caller {
	#origin: string;
	#cookie: string;
	#at: { id: string; code: string; sheet: string };
	#clients = new Map<Handshake['as'], Client>();
	#places = 0;
	/** Who this caller was told is in the team, newest last. */
	heard: Presence[][] = [];
	/** Who this caller was told merges, newest last. */
	merging: PresentLead[][] = [];

	constructor(origin: string, cookie: string, at: { id: string; code: string; sheet: string }) {
		this.#origin = origin;
		this.#cookie = cookie;
		this.#at = at;
	}

	/** Whether the server lets this caller in as a person, a facilitator or a screen. */
	async connects(as: Handshake['as']): Promise<boolean> {
		const workshop = { person: this.#at.code, facilitator: this.#at.id, screen: undefined }[as];
		const client: Client = io(this.#origin, {
			parser,
			auth: { as, version: 0, ...(workshop && { workshop }) } satisfies Handshake,
			transports: ['websocket'],
			reconnection: false,
			forceNew: true,
			extraHeaders: { cookie: this.#cookie }
		});
		this.#clients.get(as)?.close();
		client.on('presence:changed', (team) => this.heard.push(team));
		client.on('plenary:present', (all) => this.merging.push(all));
		const isIn = await new Promise<boolean>((done) => {
			client.once('connect', () => done(true));
			client.once('connect_error', () => done(false));
		});
		if (isIn) this.#clients.set(as, client);
		return isIn;
	}

	/**
	 * Whether an event is taken, on whatever connection this caller could make.
	 * @param at who hears of places: a member of the team, and the owner
	 */
	async mayEmit(
		event: keyof ClientEvents,
		at: { member: Caller; leads: Caller }
	): Promise<boolean> {
		const taken: boolean[] = [];
		for (const client of this.#clients.values()) {
			if (event === 'presence:move') taken.push(await this.#isSeen(client, at.member));
			else if (event === 'plenary:at') taken.push(await this.#isBeside(client, at.leads));
			else taken.push(await this.#isTaken(client, event));
		}
		return taken.includes(true);
	}

	close(): void {
		for (const client of this.#clients.values()) client.close();
	}

	async #isTaken(client: Client, event: 'sheet:join' | 'sheet:update' | 'sheet:catch-up') {
		const doc = new Y.Doc();
		const { sheet } = this.#at;
		const join = { sheet, client: doc.clientID, vector: Y.encodeStateVector(doc) };
		const joined: Joined | undefined = await client
			.timeout(SILENCE)
			.emitWithAck('sheet:join', join)
			.catch(() => undefined);
		if (event === 'sheet:join') return joined?.ok === true;
		doc.getText('notes|text').insert(0, 'x');
		const message = { sheet, update: Y.encodeStateAsUpdate(doc) };
		const taken: Taken | undefined = await client
			.timeout(SILENCE)
			.emitWithAck(event, message)
			.catch(() => undefined);
		return taken?.what === 'kept';
	}

	/** A place is answered by nobody: the team sees it, or it does not. */
	async #isSeen(client: Client, member: Caller): Promise<boolean> {
		const at = `notes|text-${++this.#places}-${Math.random()}`;
		client.emit('presence:move', { at, writing: true });
		return soon(() => member.heard.some((team) => team.some((one) => one.at === at)));
	}

	/** Likewise: those who merge see it. */
	async #isBeside(client: Client, leads: Caller): Promise<boolean> {
		const group = `group-${Math.random()}`;
		for (const own of leads.#clients.values()) own.emit('plenary:at', { group: null });
		client.emit('plenary:at', { group });
		return soon(() => leads.merging.some((all) => all.some((one) => one.group === group)));
	}
}

/** Whether something is so within a short time. */
async function soon(is: () => boolean): Promise<boolean> {
	const until = Date.now() + SILENCE;
	while (Date.now() < until) {
		if (is()) return true;
		await new Promise((done) => setTimeout(done, 20));
	}
	return false;
}
