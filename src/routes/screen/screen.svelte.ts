import { formatTime } from '$lib/format';
import { Connection } from '$lib/live/connection.svelte';
import type { ScreenView } from '$lib/view/screen';
import { left } from '$lib/workshop/clock';

/** What the page was loaded with. */
export interface Loaded {
	version: number;
	/** Server's clock, ms since 1970. */
	now: number;
	view: ScreenView;
	/** Minutes the room's clock is ahead of UTC. */
	zone: number;
}

/** What a projector shows, live; it keeps the last picture when the connection is lost. */
export class Screen {
	readonly connection: Connection<ScreenView>;
	#zone: number;
	/** Server's clock, ms since 1970; ticks in a browser. */
	now = $state(0);
	/** When the server was last heard while it is not, ms since 1970; null while it is. */
	lastWord = $state<number | null>(null);

	constructor({ version, now, view, zone }: Loaded) {
		this.connection = new Connection<ScreenView>({ as: 'screen' }, { version, now, parts: view });
		this.#zone = zone;
		this.now = now;
	}

	/** Connects and ticks, until the function it gives back is called. */
	start(): () => void {
		const tick = () => {
			this.now = this.connection.now;
			const { state } = this.connection;
			const lost = state === 'offline-device' || state === 'offline-server';
			this.lastWord = lost ? (this.lastWord ?? this.now) : null;
		};
		const timer = setInterval(tick, 1000);
		const disconnect = this.connection.connect();
		return () => {
			clearInterval(timer);
			disconnect();
		};
	}

	get view(): ScreenView {
		return this.connection.parts;
	}

	/** ms left on the open stage's clock. */
	left = $derived.by(() => (this.view.stage ? left(this.view.stage.clock, this.now) : 0));

	/** A time by the room's clock, `11:16`. */
	time(at: number): string {
		return formatTime(at, this.#zone);
	}
}
