import type { Board } from '../plenary/board';
import type { Projection } from '../workshop/projector';
import type { ScreenRoadmap, ScreenVote } from './screen-plenary';
import type { DelegationView, StageView } from './parts';
import type { PresentationView } from './presentation';

/** All that a projector gets. Before it is paired: only its own six characters. */
export interface ScreenView {
	/** Shown until a facilitator types it; null when paired. */
	pairing: string | null;
	workshop: {
		code: string;
		title: string;
		wifi: string;
		show: Projection;
		progress: 'hidden' | 'done' | 'full';
	} | null;
	/**
	 * Where to go: an address without `http://`, what to type there, and the QR code of the joining
	 * page as SVG.
	 */
	join: { address: string; code: string; qr: string } | null;
	delegations: (DelegationView & { people: number; joined: number })[];
	/** Newest first. */
	arrived: { id: string; name: string; delegation: string }[];
	teams: { id: string; name: string; place: string; members: string[]; done: boolean }[];
	stage: StageView | null;
	/** The latest inject that every team has. */
	news: { id: string; title: string; html: string; at: number } | null;
	/** What all teams recommend together, while it is shown. */
	board: Board | null;
	/** The vote, while it is shown. */
	vote: ScreenVote | null;
	/** What is adopted, while it is shown. */
	roadmap: ScreenRoadmap | null;
	/** The team that presents with its sheet, while it is shown. */
	presentation: PresentationView | null;
	/** Volatile: progress squares by team, when the facilitator shows them in full. */
	live: { progress: { team: string; states: ('empty' | 'begun' | 'complete')[] }[] };
}
