import { createContext } from 'svelte';
import { Connection } from '$lib/live/connection.svelte';
import { formatTime } from '$lib/format';
import type { CockpitView } from '$lib/view/cockpit';
import type { TeamProgress } from '$lib/view/parts';
import { left, spent } from '$lib/workshop/clock';
import { OVERDUE } from '$lib/workshop/injects';

/** What the page was loaded with. */
export interface Loaded {
	version: number;
	/** Server's clock, ms since 1970. */
	now: number;
	view: CockpitView;
	/** Minutes the room's clock is ahead of UTC. */
	zone: number;
}

/** A team that was silent for so long is said to be quiet, ms. */
const QUIET = 5 * 60_000;

/** The workshop as the facilitator's Run page sees it, live. */
export class Cockpit {
	readonly connection: Connection<CockpitView>;
	#zone: number;
	/** Server's clock, ms since 1970; ticks once a second in a browser. */
	now = $state(0);

	constructor({ version, now, view, zone }: Loaded) {
		const who = { as: 'facilitator', workshop: view.workshop.id } as const;
		this.connection = new Connection<CockpitView>(who, { version, now, parts: view });
		this.#zone = zone;
		this.now = now;
	}

	/** Connects and ticks, until the function it gives back is called. */
	start(): () => void {
		const tick = () => (this.now = this.connection.now);
		const timer = setInterval(tick, 1000);
		const disconnect = this.connection.connect();
		return () => {
			clearInterval(timer);
			disconnect();
		};
	}

	get view(): CockpitView {
		return this.connection.parts;
	}

	stage = $derived.by(() => this.view.stage);
	/** ms left on the open stage's clock. */
	left = $derived.by(() => (this.stage ? left(this.stage.clock, this.now) : 0));
	/** The turn of the team that presents. */
	speaker = $derived.by(() =>
		this.view.turns?.list.find(({ begunAt, endedAt }) => begunAt !== null && endedAt === null)
	);
	here = $derived.by(() => this.view.live.here);
	/** Teams that have not said they are done. */
	unfinished = $derived.by(() => this.view.teams.filter(({ done }) => done === null));
	/** By the clock, and a minute late: released only when the facilitator says so. */
	overdue = $derived.by(() =>
		this.view.injects.filter(
			({ at, released }) =>
				released.length === 0 && this.dueIn(at) !== null && (this.dueIn(at) ?? 0) <= -OVERDUE
		)
	);

	/** ms until an inject falls due by the open stage's clock; null: by hand. */
	dueIn(at: number | null): number | null {
		return at === null || !this.stage ? null : at - spent(this.stage.clock, this.now);
	}

	progress(team: string): TeamProgress | undefined {
		return this.view.live.progress.find((one) => one.team === team);
	}

	/** Whole minutes for which a team has written nothing, once that is long. */
	quiet(team: string): number | null {
		const last = this.progress(team)?.lastChange ?? null;
		if (last === null || this.stage?.clock.runningSince == null) return null;
		return this.now - last >= QUIET ? Math.floor((this.now - last) / 60_000) : null;
	}

	/** A time by the room's clock, `11:16`. */
	time(at: number): string {
		return formatTime(at, this.#zone);
	}
}

const [get, set] = createContext<Cockpit>();
export { get as getCockpit, set as setCockpit };
