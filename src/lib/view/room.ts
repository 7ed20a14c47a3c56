import type {
	DelegationView,
	HandoutView,
	InjectView,
	ItemView,
	MemberView,
	StageView,
	ToolView
} from './parts';

/** All that a participant's browser gets; every key is a part that is sent again only when it changed. */
export interface RoomView {
	workshop: {
		code: string;
		title: string;
		place: string;
		/** ISO dates */
		from: string;
		to: string;
		status: 'draft' | 'open' | 'ended';
	};
	me: {
		id: string;
		name: string;
		standing: 'member' | 'observer';
		delegation: string;
		/** How many browsers hold this name. */
		devices: number;
	};
	delegations: DelegationView[];
	/** Countries of the scenario: where tools can be executed. */
	countries: { code: string; name: string }[];
	/** Null until teams are announced, and for observers. */
	team: { id: string; name: string; place: string; side: string | null } | null;
	members: MemberView[];
	/** Parts the scenario knows. */
	parts: string[];
	/** The open stage; null before the first. */
	stage: StageView | null;
	/**
	 * The exercise of the open stage, or the last one that was open. `sheet` is null without a team.
	 * `open`: the sheet may be written.
	 */
	exercise: {
		id: string;
		title: string;
		html: string;
		recommendations: boolean;
		sheet: string | null;
		open: boolean;
		/** ms since 1970 */
		closedAt: number | null;
	} | null;
	items: ItemView[];
	/**
	 * Needs and questions of exercises held before this one, with the names of the team's tools in
	 * their order: a recommendation grows from a gap found there.
	 */
	earlier: { id: string; short: string; title: string; tools: string[] }[];
	/** HTML; null until the first stage is opened. */
	situation: string | null;
	/** Newest first. */
	injects: InjectView[];
	handouts: HandoutView[];
	tools: ToolView[];
	/**
	 * When something came to the page of the expert's view that this person may read: it was opened, or
	 * the team said something of it; ms since 1970, 0: it is not open.
	 */
	debrief: number;
	/** The team said it is done with the open exercise. */
	done: { at: number; by: string } | null;
	/** The room votes on its recommendations, or has; null: not yet. */
	vote: 'open' | 'closed' | null;
}
