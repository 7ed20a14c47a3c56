import { io, type Socket } from 'socket.io-client';
import * as Y from 'yjs';
import type { ClientEvents, ServerEvents } from '../../src/lib/protocol/live';
import * as parser from '../../src/lib/protocol/parser';
import type { Joined, Taken } from '../../src/lib/protocol/sheet';
import { textOf } from '../../src/lib/sheet/read';

/** A device in a team's sheet that sends whatever bytes it is told to. */
export class Writer {
	doc = new Y.Doc();
	#socket: Socket<ServerEvents, ClientEvents>;
	#sheet: string;
	#again: () => Writer;
	/** Updates of the document that were not taken out yet. */
	#made: Uint8Array[] = [];

	constructor(origin: string, cookie: string, code: string, sheet: string) {
		this.#sheet = sheet;
		this.#again = () => new Writer(origin, cookie, code, sheet);
		this.#socket = io(origin, {
			parser,
			auth: { as: 'person', workshop: code, version: 0 },
			transports: ['websocket'],
			forceNew: true,
			extraHeaders: { cookie }
		});
		this.#socket.on('sheet:updated', ({ update }) =>
			Y.applyUpdate(this.doc, new Uint8Array(update), 'server')
		);
	}

	/**
	 * Begins a document of its own with what the server has.
	 * @param client the id to write under; a random one where none is given
	 */
	async join(client?: number): Promise<Joined> {
		const doc = new Y.Doc();
		doc.clientID = client ?? doc.clientID;
		const reply = await this.ask(doc);
		if (!reply.ok) return reply;
		Y.applyUpdate(doc, new Uint8Array(reply.update), 'server');
		doc.on('update', (update: Uint8Array, from: unknown) => {
			if (from !== 'server') this.#made.push(update);
		});
		this.doc = doc;
		return reply;
	}

	/** Joins with a document as it is, and leaves it so. */
	ask(doc: Y.Doc): Promise<Joined> {
		const vector = Y.encodeStateVector(doc);
		const message = { sheet: this.#sheet, client: doc.clientID, vector };
		return this.#socket.emitWithAck('sheet:join', message);
	}

	/** Another tab of the same device. */
	twin(): Writer {
		return this.#again();
	}

	/** The sheet about whose late bundle the facilitator decides next. */
	decided(): Promise<string> {
		return new Promise((done) => this.#socket.once('sheet:decided', done));
	}

	/** Writes at the end of a text. @returns the bytes, not yet sent */
	write(words: string, entry = 'notes', field = 'text'): Uint8Array {
		const text = textOf(this.doc, entry, field);
		text.insert(text.length, words);
		return this.taken();
	}

	/** What was edited since the last time, as one update. */
	taken(): Uint8Array {
		return Y.mergeUpdates(this.#made.splice(0));
	}

	/** Sends bytes as a live update, and waits for the answer for at most 5 s. */
	send(update: Uint8Array): Promise<Taken> {
		return this.#socket.timeout(5000).emitWithAck('sheet:update', { sheet: this.#sheet, update });
	}

	/** The same as what came together while this device was away. */
	catchUp(update: Uint8Array): Promise<Taken> {
		return this.#socket.timeout(5000).emitWithAck('sheet:catch-up', { sheet: this.#sheet, update });
	}

	/** Sends anything at all. */
	anything(event: keyof ClientEvents, ...message: unknown[]): Promise<unknown> {
		return this.#socket.timeout(5000).emitWithAck(event, ...(message as [never]));
	}

	/** Sends anything without waiting for an answer. */
	tell(event: keyof ClientEvents, message: unknown): void {
		this.#socket.emit(event, message as never);
	}

	/** Of the connection, once it has joined. */
	get id(): string {
		return this.#socket.id ?? '';
	}

	get online(): boolean {
		return this.#socket.connected;
	}

	close(): void {
		this.#socket.close();
	}
}
