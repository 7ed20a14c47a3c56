import { io, type Socket } from 'socket.io-client';
import type {
	Changed,
	ClientEvents,
	ConnectRefusal,
	Cut,
	Handshake,
	Presence,
	Release,
	ServerEvents
} from '../protocol/live';
import * as parser from '../protocol/parser';
import { watchSleep } from './awake';
import { comebackOf, hearAll } from './transport';
import { Whereabouts } from './whereabouts';
import type { Wire } from './wire';

/**
 * *offline-device*: this device has no network. *offline-server*: the facilitator's computer does
 * not answer. *refused*: it answers, and does not let this device in; see `refusal`.
 */
export type ConnectionState =
	'connecting' | 'online' | 'offline-device' | 'offline-server' | 'refused';

/** What a page was loaded with. */
export interface Loaded<View extends object> {
	version: number;
	/** Server's clock when the page was made, ms since 1970. */
	now: number;
	parts: View;
}

/** A connection, for what only one kind of page says and hears. */
export type Line = Pick<Socket<ServerEvents, ClientEvents>, 'on' | 'emit' | 'connected'>;

/** A sheet that wants to hear from the server. */
export interface Listener {
	online: () => void;
	offline: () => void;
	receive: (update: Uint8Array) => void;
	/** The facilitator took what was brought late, or left it out. */
	decided: () => void;
}

const REFUSALS: readonly string[] = [
	'no-workshop',
	'not-signed-in',
	'not-yours',
	'bad-handshake'
] satisfies ConnectRefusal[];

/** The server says something every 4 s; whoever wakes up after a longer silence starts anew, ms. */
const SILENCE = 8000;

/**
 * A page's connection to the server and what the server says of the workshop. Works from what the
 * page was loaded with until `connect` is called, which only a browser does.
 *
 * Silence is noticed by Socket.IO's own ping: the server sends one after 4 s without an answer to
 * this side and gives up after 7, and where nothing comes for 11 s this side does.
 */
export class Connection<View extends object> {
	#state = $state<ConnectionState>('connecting');
	#refusal = $state<ConnectRefusal>();
	#released = $state<Release>();
	#diskFull = $state(false);
	#cut = $state<Cut>();
	#version = $state(0);
	#parts = $state.raw() as View;
	/** Server's clock minus this page's own, which nobody can set and nothing changes, ms. */
	#offset = 0;
	#presence = $state.raw<Presence[]>([]);
	#who: Pick<Handshake, 'as' | 'workshop'>;
	#socket: Socket<ServerEvents, ClientEvents> | undefined;
	// eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing renders it
	#sheets = new Map<string, Listener>();

	/** Where this person is; told to the team. */
	readonly place = new Whereabouts((place) => this.#socket?.volatile.emit('presence:move', place));

	constructor(who: Pick<Handshake, 'as' | 'workshop'>, loaded: Loaded<View>) {
		this.#who = who;
		this.#version = loaded.version;
		this.#parts = loaded.parts;
		this.#offset = loaded.now - performance.now();
	}

	get state(): ConnectionState {
		return this.#state;
	}

	get online(): boolean {
		return this.#state === 'online';
	}

	/** Why, while the state is `refused`. */
	get refusal(): ConnectRefusal | undefined {
		return this.#refusal;
	}

	/** Why the server ended this connection, until there is another. */
	get cut(): Cut | undefined {
		return this.#cut;
	}

	/** Why this device no longer holds its name (or screen): the page starts again. */
	get released(): Release | undefined {
		return this.#released;
	}

	/** The server's disk takes nothing now: what is written here waits here. */
	get diskFull(): boolean {
		return this.#diskFull;
	}

	get version(): number {
		return this.#version;
	}

	/** The view of the workshop, part by part as the latest change left it. */
	get parts(): View {
		return this.#parts;
	}

	/** The team-mates as they are now. */
	get presence(): Presence[] {
		return this.#presence;
	}

	/** The server's clock, ms since 1970, whatever this device's own says. */
	get now(): number {
		return performance.now() + this.#offset;
	}

	/** Carries a sheet's messages; use it only while online. */
	get wire(): Wire {
		return { emit: (event, ...message) => this.#socket?.emit(event, ...message) };
	}

	/** Takes what the page was loaded with anew, unless something newer came meanwhile. */
	loaded(page: Loaded<View>): void {
		this.#change(page);
	}

	/**
	 * Opens the connection and keeps it, until the function it gives back is called.
	 * To be called in a browser: `$effect(() => untrack(() => connection.connect()))`.
	 * @param meet is given the connection before it is opened
	 */
	connect(meet?: (line: Line) => void): () => void {
		const auth = (give: (handshake: object) => void) =>
			give({ ...this.#who, version: this.#version, hearsAll: true } satisfies Handshake);
		const socket: Socket<ServerEvents, ClientEvents> = io({
			auth,
			parser,
			reconnection: false,
			autoConnect: false,
			timeout: 10_000
		});
		let heard = 0;
		const hear = () => (heard = Date.now());
		const lost = () => {
			this.#lost();
			// What could not be sent would go before the sheets have joined again.
			socket.sendBuffer = [];
			comeback.later(this.#cut);
		};
		const comeback = comebackOf(socket, lost);
		const look = () => {
			if (this.#state === 'refused' || (socket.connected && Date.now() - heard < SILENCE)) return;
			if (socket.connected) socket.disconnect();
			if (this.#state !== 'connecting' || !navigator.onLine) this.#lost();
			comeback.now();
		};
		const gone = () => {
			if (socket.connected) socket.disconnect();
			else look();
		};
		this.#socket = socket;
		hearAll(socket.io, hear);
		socket.on('connect', () => {
			hear();
			comeback.stands();
			this.#connected();
		});
		socket.on('disconnect', lost);
		socket.on('connect_error', ({ message }) => {
			if (!REFUSALS.includes(message)) return lost();
			comeback.stop();
			this.#refusal = message as ConnectRefusal;
			this.#state = 'refused';
		});
		socket.on('workshop:changed', (change) => this.#change(change));
		socket.on('presence:changed', (team) => (this.#presence = team));
		socket.on('sheet:updated', ({ sheet, update }) => this.#sheets.get(sheet)?.receive(update));
		socket.on('disk:changed', (disk) => (this.#diskFull = disk === 'full'));
		socket.on('sheet:decided', (sheet) => this.#sheets.get(sheet)?.decided());
		socket.on('connection:cut', (why) => (this.#cut = why));
		socket.on('device:released', (why) => (this.#released = why));
		meet?.(socket);
		const close = () => {
			socket.disconnect();
			comeback.stop();
		};
		const unwatch = watchSleep({ woke: look, gone, hides: close });
		comeback.now();
		return () => {
			unwatch();
			this.place.stop();
			close();
		};
	}

	/**
	 * Lets a sheet hear what concerns it.
	 * @returns ends that
	 */
	listen(sheet: string, listener: Listener): () => void {
		this.#sheets.set(sheet, listener);
		if (this.online) listener.online();
		return () => {
			if (this.#sheets.get(sheet) === listener) this.#sheets.delete(sheet);
		};
	}

	#connected(): void {
		this.#refusal = undefined;
		this.#diskFull = false;
		this.#cut = undefined;
		this.#state = 'online';
		this.place.again();
		for (const sheet of this.#sheets.values()) sheet.online();
	}

	#lost(): void {
		const was = this.#state;
		this.#state = navigator.onLine ? 'offline-server' : 'offline-device';
		if (was === 'online') for (const sheet of this.#sheets.values()) sheet.offline();
	}

	/** An older view that comes late is ignored; one of the same version is about volatile parts. */
	#change({ version, now, parts }: Omit<Changed, 'parts'> & { parts: object }): void {
		this.#offset = now - performance.now();
		if (version < this.#version) return;
		this.#version = version;
		this.#parts = { ...this.#parts, ...parts };
	}
}
