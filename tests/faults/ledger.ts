/** One thing an edit did to one field of a sheet. */
export interface Touch {
	/** `entry|field` */
	key: string;
	/** *text*: a marker was written into words; *erased*: taken out again; *value*: a value was set. */
	what: 'text' | 'erased' | 'value';
	/** The marker, e.g. `c17-0042`; of a value its JSON. */
	content: string;
}

/** One edit of one person, as the ledger keeps it. Times in ms on one clock. */
export interface Edit {
	/** Number of the person. */
	writer: number;
	team: string;
	sheet: string;
	touches: Touch[];
	at: number;
	/** When the server's word came that it is kept; null: it has not. */
	acknowledged: number | null;
	/** The server refused it. */
	refused: boolean;
	/** Team-mates whose copies lack it, by number. */
	awaiting: Set<number>;
}

/** What the ledger comes to; `p50` and `p99` from sender to team-mate, in ms. */
export interface Sum {
	sent: number;
	acknowledged: number;
	/** Edits that reached every team-mate. */
	delivered: number;
	p50: number;
	p99: number;
	refused: number;
}

const MARKER = /c\d+-\d{4,}/g;

/** @returns e.g. `c17-0042` */
export function marker(writer: number, count: number): string {
	return `c${writer}-${String(count).padStart(4, '0')}`;
}

/** Every marker in a text, in order. */
export function markersIn(text: string): string[] {
	return text.match(MARKER) ?? [];
}

/** Everything that simulated people wrote, and what became of it. */
export class Ledger {
	readonly edits: Edit[] = [];
	#tokens = new Map<string, Edit>();
	#delays: number[] = [];

	/** Notes an edit at the moment it is made. */
	wrote(edit: Omit<Edit, 'acknowledged' | 'refused' | 'awaiting'>, mates: number[]): Edit {
		const noted: Edit = { ...edit, acknowledged: null, refused: false, awaiting: new Set(mates) };
		this.edits.push(noted);
		const { markers, values } = tokensOf(edit.sheet, edit.touches);
		for (const token of markers.length ? markers : values) this.#tokens.set(token, noted);
		return noted;
	}

	/** A team-mate's copy changed in these ways. */
	arrived(reader: number, sheet: string, touches: Touch[], at: number): void {
		const { markers, values } = tokensOf(sheet, touches);
		const edits = new Set([...markers, ...values].flatMap((one) => this.#tokens.get(one) ?? []));
		for (const edit of edits) if (edit.awaiting.delete(reader)) this.#delays.push(at - edit.at);
	}

	/** What it all comes to. */
	sum(): Sum {
		const count = (is: (edit: Edit) => boolean) => this.edits.filter(is).length;
		const delays = this.#delays.toSorted((a, b) => a - b);
		const part = (share: number) => {
			const delay = delays[Math.ceil(share * delays.length) - 1] ?? 0;
			return Math.round(delay * 10) / 10;
		};
		return {
			sent: this.edits.length,
			acknowledged: count((edit) => edit.acknowledged !== null),
			delivered: count((edit) => edit.acknowledged !== null && edit.awaiting.size === 0),
			p50: part(0.5),
			p99: part(0.99),
			refused: count((edit) => edit.refused)
		};
	}
}

/** What an edit is known by where it arrives: its markers; without one, the values it set. */
function tokensOf(sheet: string, touches: Touch[]): { markers: string[]; values: string[] } {
	const markers = touches.flatMap(({ what, content }) =>
		what === 'erased' ? `-${content}` : markersIn(content)
	);
	const set = touches.filter(({ what }) => what === 'value');
	return { markers, values: set.map(({ key, content }) => `${sheet} ${key} ${content}`) };
}
