import * as Y from 'yjs';
import type { Joined, LateState, May, SheetRefusal, Taken } from '../protocol/sheet';
import { isWaiting, lacks } from '../sheet/store';
import { Unsaved } from './unsaved';
import type { Change, Link, LinkState, Pad } from './wire';

/** Edits made in one go, with nothing between them, go in one message: after so many ms. */
const TOGETHER = 1;
/** An answer that takes longer was lost: join again, ms. */
const PATIENCE = 15_000;
/** Waiting before another attempt after trouble, ms. */
const PAUSE = 1000;

/**
 * One copy of one sheet and its conversation with the server: join, catch up, send, be told.
 * At most one message is under way, so that order keeps itself; whatever happens, everything
 * unsaved is either acknowledged, still counted, or handed over by `ended`.
 */
export class SheetLink {
	#link: Required<Omit<Link, 'pad'>> & { pad?: Pad | undefined };
	#unsaved: Unsaved;
	#state: LinkState = 'offline';
	#may: May = 'read';
	#late: LateState | undefined;
	/** Client id the server knows this document by. */
	#client = 0;
	/** Counts conversations: an answer to an older one is not listened to. */
	#turn = 0;
	#busy = false;
	/** Gaps and failures since the last success. */
	#troubles = 0;
	#held = 0;
	#waiting: (() => void)[] = [];

	constructor(link: Link) {
		this.#link = { later: (call, ms) => setTimeout(call, ms), ...link };
		this.#unsaved = new Unsaved(link.doc, link.pad, () => {
			this.#link.changed();
			if (this.#state === 'late') this.#later(() => this.join(), PAUSE);
			if (this.#state === 'live' && !this.#busy) this.#later(() => this.#send(), TOGETHER);
		});
	}

	get state(): LinkState {
		return this.#state;
	}

	get may(): May {
		return this.#may;
	}

	/** What became of what was brought after the sheet was closed. */
	get late(): LateState | undefined {
		return this.#late;
	}

	/** Edits flow, and the server has all there is here. */
	get settled(): boolean {
		return this.#state === 'live' && !this.#busy && this.unsaved === 0;
	}

	/** Changes made here and not yet acknowledged. */
	get unsaved(): number {
		return this.#unsaved.count;
	}

	/** `entry|field` of every field with something unsaved. */
	get unsavedKeys(): string[] {
		return this.#unsaved.keys();
	}

	/** Joins, or joins again: after a connection, or when a closed sheet was opened again. */
	join(): void {
		if (this.#state === 'ended') return;
		this.#begin('joining');
		const { sheet, doc, wire } = this.#link;
		this.#client = doc.clientID;
		const message = { sheet, client: this.#client, vector: Y.encodeStateVector(doc) };
		wire.emit(
			'sheet:join',
			message,
			this.#answer((reply) => this.#joined(reply))
		);
	}

	/** The document was filled from the disk, with changes that no server has acknowledged. */
	restore(changes: Change[]): void {
		this.#unsaved.restore(changes);
		if (this.#state === 'offline') this.#link.changed();
		else this.join();
	}

	/** The connection is gone: answers under way will not come. */
	disconnected(): void {
		if (this.#state !== 'ended') this.#begin('offline');
	}

	/** Takes in what somebody else wrote. */
	receive(update: Uint8Array): void {
		this.#whenFree(() => {
			if (this.#state === 'ended') return;
			Y.applyUpdate(this.#link.doc, new Uint8Array(update), this);
			if (this.#state === 'live' && (isWaiting(this.#link.doc) || this.#isRenamed())) this.join();
		});
	}

	/** From now on nothing is put into the document from outside (somebody composes a word). */
	hold(): void {
		this.#held++;
	}

	/** Ends one `hold`. */
	release(): void {
		if (--this.#held > 0) return;
		for (const call of this.#waiting.splice(0)) call();
	}

	/** Lets go of the document. */
	close(): void {
		this.#begin('ended');
		this.#unsaved.stop();
	}

	#joined(reply: Joined): void {
		const { doc } = this.#link;
		if (!reply.ok) {
			if (reply.why !== 'client-taken') return this.#refused(reply.why);
			doc.clientID = new Y.Doc().clientID;
			return this.join();
		}
		this.#whenFree(
			this.#now(() => {
				const update = new Uint8Array(reply.update);
				Y.applyUpdate(doc, update, this);
				this.#may = reply.may;
				this.#late = reply.late;
				if (this.#isRenamed()) return this.join();
				this.#begin(reply.may === 'late' && this.unsaved > 0 ? 'late' : 'live');
				if (reply.may !== 'read') this.#catchUp(new Uint8Array(reply.vector), update);
			})
		);
	}

	/** Sends everything the server lacks, in one piece. */
	#catchUp(vector: Uint8Array, theirs: Uint8Array): void {
		const { doc, sheet, wire } = this.#link;
		if (this.unsaved === 0 && !lacks(doc, vector, theirs)) return;
		const update = Y.encodeStateAsUpdate(doc, vector);
		this.#unsaved.sendAll();
		this.#busy = true;
		this.#link.changed();
		wire.emit(
			'sheet:catch-up',
			{ sheet, update },
			this.#answer((reply) => this.#taken(reply))
		);
	}

	#send(): void {
		if (this.#state !== 'live' || this.#busy || this.#may === 'read') return;
		if (this.#isRenamed()) return this.join();
		const next = this.#unsaved.sendNext();
		if (!next) return;
		this.#busy = true;
		const message = { sheet: this.#link.sheet, update: next.update };
		const answer = this.#answer((reply: Taken) => this.#taken(reply));
		if (next.long) this.#link.wire.emit('sheet:catch-up', message, answer);
		else this.#link.wire.emit('sheet:update', message, answer);
	}

	#taken(reply: Taken): void {
		this.#busy = false;
		if (reply.what === 'gap') return this.#again();
		if (reply.what === 'late' || reply.what === 'refused') return this.#refused(reply.why);
		this.#troubles = 0;
		this.#unsaved.saved();
		this.#begin('live');
		this.#send();
	}

	#refused(why: SheetRefusal): void {
		if (why === 'closed') {
			this.#may = 'late';
			this.#late = 'waiting';
			return this.#begin('late');
		}
		if (why === 'internal') return this.#again();
		const keys = this.unsavedKeys;
		this.close();
		this.#link.ended({ why, keys });
	}

	/** Joins again: at once after the first trouble, then with a pause between. */
	#again(): void {
		if (this.#troubles++ === 0) return this.join();
		this.#begin('joining');
		this.#later(() => this.join(), PAUSE);
	}

	/** A new turn: what was under way no longer counts as sent, and its answers as lost. */
	#begin(state: LinkState): void {
		this.#turn++;
		this.#state = state;
		this.#busy = false;
		this.#unsaved.back();
		this.#link.changed();
	}

	/** After so many ms, if nothing new began meanwhile. */
	#later(call: () => void, ms: number): void {
		this.#link.later(this.#now(call), ms);
	}

	/** Only if nothing new began meanwhile. */
	#now<T extends unknown[]>(call: (...rest: T) => void): (...rest: T) => void {
		const turn = this.#turn;
		return (...rest) => {
			if (turn === this.#turn) call(...rest);
		};
	}

	/** Hears one answer, or joins again when none comes. */
	#answer<T>(hear: (reply: T) => void): (reply: T) => void {
		let heard = false;
		this.#later(() => {
			if (!heard) this.join();
		}, PATIENCE);
		return this.#now((reply: T) => {
			heard = true;
			hear(reply);
		});
	}

	#whenFree(call: () => void): void {
		if (this.#held > 0) this.#waiting.push(call);
		else call();
	}

	/** Yjs takes another client id when somebody else writes under this one. */
	#isRenamed(): boolean {
		return this.#link.doc.clientID !== this.#client;
	}
}
