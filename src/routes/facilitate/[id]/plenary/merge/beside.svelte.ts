import type { Line } from '$lib/live/connection.svelte';
import type { PresentLead } from '$lib/protocol/live';

/** Who else merges now, and on which group. */
export class Beside {
	#me: () => string;
	#all = $state.raw<PresentLead[]>([]);
	#line: Line | undefined;
	#at: string | null = null;

	/** @param me id of whoever has this page open: of them nothing is said */
	constructor(me: () => string) {
		this.#me = me;
	}

	others = $derived.by(() => this.#all.filter(({ facilitator }) => facilitator !== this.#me()));

	/** Says where this page is, and hears where the others are, over its connection. */
	meet(line: Line): void {
		this.#line = line;
		line.on('connect', () => this.#tell());
		line.on('disconnect', () => (this.#all = []));
		line.on('plenary:present', (all) => (this.#all = all));
	}

	/** @param group key of the group that is open; null: none */
	go(group: string | null): void {
		if (group === this.#at) return;
		this.#at = group;
		this.#tell();
	}

	#tell(): void {
		// Not volatile: while a connection changes to a WebSocket that would be dropped, and said never again.
		if (this.#line?.connected) this.#line.emit('plenary:at', { group: this.#at });
	}
}
