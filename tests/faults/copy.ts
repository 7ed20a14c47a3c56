import * as Y from 'yjs';
import { SheetLink } from '../../src/lib/live/sheet-link';
import type { End, Wire } from '../../src/lib/live/wire';
import { SET } from '../../src/lib/sheet/layout';
import { markersIn, type Edit, type Ledger, type Touch } from './ledger';

/** Whose copy of which sheet it is. */
export interface CopyOf {
	sheet: string;
	team: string;
	/** Number of the person, and of each team-mate. */
	writer: number;
	mates: number[];
}

/** One person's copy of one sheet, with the ledger looking over their shoulder. */
export class Copy {
	readonly of: CopyOf;
	doc = new Y.Doc();
	link: SheetLink;
	#ledger: Ledger;
	#wire: Wire;
	/** Edits not yet acknowledged, in order. */
	#pending: Edit[] = [];
	/** Markers that stand in each text. */
	#markers = new Map<string, Set<string>>();

	constructor(of: CopyOf, ledger: Ledger, wire: Wire) {
		this.of = of;
		this.#ledger = ledger;
		this.#wire = wire;
		this.link = this.#begin();
	}

	/** Everything written here is acknowledged, and what others wrote is heard. */
	get inSync(): boolean {
		return this.link.state === 'live' && this.link.unsaved === 0;
	}

	#begin(): SheetLink {
		const doc = this.doc;
		// before the link's own listener, so that no acknowledgement comes before its edit is noted
		doc.on('update', (_bytes: Uint8Array, origin: unknown, _doc, transaction: Y.Transaction) =>
			this.#note(origin, transaction)
		);
		const link = new SheetLink({
			sheet: this.of.sheet,
			doc,
			wire: this.#wire,
			changed: () => this.#follow(link),
			ended: ({ why }) => this.#ended(why)
		});
		return link;
	}

	#note(origin: unknown, transaction: Y.Transaction): void {
		const touches = this.#touches(transaction);
		const at = performance.now();
		const { sheet, team, writer, mates } = this.of;
		if (origin === this.link) this.#ledger.arrived(writer, sheet, touches, at);
		else this.#pending.push(this.#ledger.wrote({ writer, team, sheet, touches, at }, mates));
	}

	#touches(transaction: Y.Transaction): Touch[] {
		const touches: Touch[] = [];
		for (const [key, type] of this.doc.share) {
			const changed = transaction.changed.get(type);
			if (!changed) continue;
			if (key === SET) touches.push(...this.#values(changed));
			else touches.push(...this.#words(key));
		}
		return touches;
	}

	#values(changed: Set<string | null>): Touch[] {
		const set = this.doc.getMap(SET);
		return [...changed].flatMap((key) =>
			key === null
				? []
				: [{ key, what: 'value' as const, content: JSON.stringify(set.get(key) ?? null) }]
		);
	}

	#words(key: string): Touch[] {
		const before = this.#markers.get(key) ?? new Set<string>();
		const now = new Set(markersIn(this.doc.getText(key).toString()));
		this.#markers.set(key, now);
		return [
			...[...now.difference(before)].map((content) => ({ key, what: 'text' as const, content })),
			...[...before.difference(now)].map((content) => ({ key, what: 'erased' as const, content }))
		];
	}

	/** The link acknowledges in the order of the edits and says how many are still open. */
	#follow(link: SheetLink): void {
		if (link !== this.link) return;
		while (this.#pending.length > link.unsaved) {
			const edit = this.#pending.shift();
			if (edit) edit.acknowledged = performance.now();
		}
	}

	/** What was not taken in is lost with this copy; a fresh one joins. */
	#ended(why: End['why']): void {
		for (const edit of this.#pending.splice(0)) edit.refused = true;
		this.doc = new Y.Doc();
		this.#markers.clear();
		this.link = this.#begin();
		if (why !== 'no-sheet' && why !== 'not-yours') this.link.join();
	}
}
