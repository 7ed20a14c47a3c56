import { io, type Socket } from 'socket.io-client';
import { hearAll, preferWhatWorked } from '../../src/lib/live/transport';
import type { Wire } from '../../src/lib/live/wire';
import type { Stance } from '../../src/lib/plenary/vote';
import type { Changed, ClientEvents, Handshake, ServerEvents } from '../../src/lib/protocol/live';
import * as parser from '../../src/lib/protocol/parser';
import type { Joined } from '../../src/lib/protocol/sheet';
import type { RoomView } from '../../src/lib/view/room';
import type { VoteView } from '../../src/lib/view/vote';
import * as Y from 'yjs';
import { Copy } from './copy';
import { marker, markersIn, type Ledger } from './ledger';
import { Visitor } from './visitor';

/** Who somebody is on the list. */
export interface Who {
	name: string;
	/** As the workshop spells it. */
	delegation: string;
}

/** What a person finds. */
interface Around {
	origin: string;
	/** Where the room's connection goes instead of to `origin`, e.g. through a proxy. */
	way?: string;
	ledger: Ledger;
	/** Of everybody, by id; filled as people join. */
	numbers: Map<string, number>;
}

/** A participant with a browser of their own: joins by code and name, and writes in the team's sheets. */
export class Person {
	readonly who: Who;
	readonly number: number;
	readonly copies = new Map<string, Copy>();
	/** What the server showed so far. */
	view: Partial<RoomView> = {};
	/** What the server said of its disk. */
	disk: 'ok' | 'full' = 'ok';
	/** Of the workshop, as the view has it. */
	version = 0;
	/** Who is in the team's room, as the server said last. */
	present: string[] = [];
	/** Markers seen outside the team's own sheets: there should be none. */
	readonly overheard = new Set<string>();
	#visitor: Visitor;
	#ledger: Ledger;
	#numbers: ReadonlyMap<string, number>;
	#socket: Socket<ServerEvents, ClientEvents> | undefined;
	#way: string;
	#marks = 0;

	/** @param number of this person, from 1 */
	constructor(who: Who, number: number, { origin, way, ledger, numbers }: Around) {
		this.who = who;
		this.number = number;
		this.#way = way ?? origin;
		this.#visitor = new Visitor(origin);
		this.#ledger = ledger;
		this.#numbers = numbers;
	}

	get online(): boolean {
		return this.#socket?.connected ?? false;
	}

	/** What a browser of this person would send with each request. */
	get cookie(): string {
		return this.#visitor.cookie;
	}

	/** The copy of the sheet that is open now. */
	get desk(): Copy | undefined {
		const { exercise } = this.view;
		return exercise?.open && exercise.sheet ? this.copies.get(exercise.sheet) : undefined;
	}

	/** A marker nobody wrote before. */
	mark(): string {
		return marker(this.number, ++this.#marks);
	}

	/** Whether a marker is of this person's hand. */
	wrote = (found: string): boolean => found.startsWith(`c${this.number}-`);

	/**
	 * Types the code and picks the name.
	 * @returns why it could not be taken, or the person's id
	 */
	async join(code: string): Promise<{ ok: true; id: string } | { ok: false; why: string }> {
		const { name, delegation } = this.who;
		const found = await this.#visitor.data(`/join/${code}?q=${encodeURIComponent(name)}`);
		if (typeof found.why === 'string') return { ok: false, why: found.why };
		let names = found.names as { id: string; name: string; delegation: string }[];
		// too short a name to be searched for: in the whole list, where the facilitator shows it
		if (!names.length)
			({ names } = (await this.#visitor.data(`/join/${code}`)) as typeof found & {
				names: typeof names;
			});
		const same = names.filter((one) => one.name === name);
		const me = same.find((one) => one.delegation === delegation) ?? same[0];
		if (!me) return { ok: false, why: 'not-found' };
		const reply = await this.#visitor.act(`/join/${code}`, [['person', me.id]]);
		if (reply.type !== 'redirect') return { ok: false, why: String(reply.data?.why) };
		return { ok: true, id: me.id };
	}

	/** Opens the room; comes back by itself whenever the connection is lost. */
	enter(code: string): void {
		const socket: Socket<ServerEvents, ClientEvents> = io(this.#way, {
			parser,
			auth: (give) =>
				give({
					as: 'person',
					workshop: code,
					version: this.version,
					hearsAll: true
				} satisfies Handshake),
			extraHeaders: { cookie: this.#visitor.cookie },
			forceNew: true,
			reconnectionDelay: 300,
			reconnectionDelayMax: 1000,
			timeout: 5000
		});
		this.#socket = socket;
		preferWhatWorked(socket.io);
		hearAll(socket.io);
		socket.on('connect', () => this.copies.forEach((copy) => copy.link.join()));
		socket.on('disconnect', () => this.copies.forEach((copy) => copy.link.disconnected()));
		socket.on('disk:changed', (disk) => (this.disk = disk));
		socket.on('workshop:changed', (change) => this.#change(change));
		socket.on('presence:changed', (team) => (this.present = team.map(({ person }) => person)));
		socket.on('sheet:updated', ({ sheet, update }) => {
			const copy = this.copies.get(sheet);
			if (copy) copy.link.receive(update);
			else this.#overhear(markersIn(new TextDecoder('latin1').decode(new Uint8Array(update))));
		});
	}

	/** Says where this person is, as a browser does while somebody writes. */
	at(place: string): void {
		this.#socket?.volatile.emit('presence:move', { at: place, writing: true });
	}

	/** Presses a button of the room. */
	async press(action: 'done' | 'part' | 'read', fields: [string, string][] = []): Promise<boolean> {
		const { code } = this.view.workshop ?? {};
		const reply = await this.#visitor.act(`/room/${code}?/${action}`, fields);
		return reply.type === 'success';
	}

	/** Votes. @returns whether it was taken and counts */
	async vote(ballot: string, item: string, stance: Stance, reason = ''): Promise<boolean> {
		const { code } = this.view.workshop ?? {};
		const reply = await this.#visitor.act(`/room/${code}/vote?/cast`, [
			['ballot', ballot],
			['item', item],
			['stance', stance],
			['reason', reason]
		]);
		return reply.type === 'success' && reply.data?.late === false;
	}

	/** What the page of the vote says of this person, by item. */
	async votes(): Promise<VoteView['mine']> {
		const { vote } = await this.#visitor.data(`/room/${this.view.workshop?.code}/vote`);
		return (vote as VoteView).mine;
	}

	/** What the server gives to somebody who comes with nothing. */
	fresh(sheet: string): Promise<Y.Doc> {
		const doc = new Y.Doc();
		const message = { sheet, client: doc.clientID, vector: Y.encodeStateVector(doc) };
		return new Promise((done, fail) =>
			this.#socket?.emit('sheet:join', message, (reply: Joined) => {
				if (!reply.ok) return fail(new Error(`${this.who.name} may not join: ${reply.why}`));
				Y.applyUpdate(doc, new Uint8Array(reply.update));
				done(doc);
			})
		);
	}

	leave(): void {
		this.#socket?.close();
		for (const copy of this.copies.values()) copy.link.close();
	}

	#change({ version, parts }: Changed): void {
		this.version = version;
		this.#overhear(markersIn(JSON.stringify(parts)));
		const before = this.view;
		this.view = { ...before, ...(parts as Partial<RoomView>) };
		const { exercise, team, members = [] } = this.view;
		if (!exercise?.sheet || !team) return;
		const open = this.copies.get(exercise.sheet);
		if (open && exercise.open && before.exercise?.open === false) open.link.join();
		if (open) return;
		const mates = members.flatMap(({ id }) => this.#numbers.get(id) ?? []);
		const copy = new Copy(
			{
				sheet: exercise.sheet,
				team: team.name,
				writer: this.number,
				mates: mates.filter((one) => one !== this.number)
			},
			this.#ledger,
			this.#wire
		);
		this.copies.set(exercise.sheet, copy);
		copy.link.join();
	}

	get #wire(): Wire {
		return { emit: (event, ...message) => this.#socket?.emit(event, ...message) };
	}

	#overhear(markers: string[]): void {
		for (const one of markers) this.overheard.add(one);
	}
}
