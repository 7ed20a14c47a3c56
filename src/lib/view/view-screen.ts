import type { Held, Open } from '../scenario/text';
import { openStage } from '../workshop/stage';
import type { WorkshopState } from '../workshop/state';
import { delegationViews, stageView } from './common';
import { html } from './html';
import type { TeamProgress } from './parts';
import type { ScreenView } from './screen';
import { exerciseStage, markdownOf } from './seen';

/** What of the plenary a projector shows; at most one of them is there. */
export type Plenary = Pick<ScreenView, 'presentation' | 'board' | 'vote' | 'roadmap'>;

export const NOTHING: Plenary = { presentation: null, board: null, vote: null, roadmap: null };

/** What a projector shows before a facilitator has typed its six characters. */
export function pairingView(code: string): ScreenView {
	return {
		pairing: code,
		workshop: null,
		join: null,
		delegations: [],
		arrived: [],
		teams: [],
		stage: null,
		news: null,
		...NOTHING,
		live: { progress: [] }
	};
}

/**
 * What a paired projector gets: only what the whole room may see.
 * @param join where people go, what they type there, and the QR code of it
 * @param progress of the teams; left out unless the facilitator shows it in full
 * @param plenary what is shown of it
 */
export function screenView(
	state: WorkshopState,
	join: NonNullable<ScreenView['join']>,
	progress: TeamProgress[],
	plenary: Plenary
): ScreenView {
	const stage = openStage(state);
	const teams = state.division?.announced ? state.division.teams : [];
	const inject = newsOf(state);
	const lobby = state.projector === 'lobby';
	return {
		pairing: null,
		workshop: {
			code: state.code,
			title: state.title,
			wifi: state.wifi,
			show: state.projector,
			progress: state.projectorProgress
		},
		join,
		delegations: delegationViews(state).map((one) => {
			const people = state.people.filter((person) => person.from === one.id);
			return { ...one, people: people.length, joined: people.filter((p) => p.joined).length };
		}),
		arrived: lobby
			? state.people
					.filter((person) => person.joined)
					.sort((a, b) => (b.joinedAt ?? 0) - (a.joinedAt ?? 0))
					.map(({ id, name, from }) => ({ id, name, delegation: from }))
			: [],
		teams: teams.map((team) => ({
			id: team.id,
			name: team.name,
			place: team.place,
			members:
				state.projector === 'teams'
					? team.members.flatMap(
							(member) => state.people.find((one) => one.id === member.person)?.name ?? []
						)
					: [],
			done: state.done.some((one) => one.team === team.id && one.stage === stage?.id)
		})),
		stage: stage ? stageView(state, stage) : null,
		news: inject
			? {
					id: inject.id,
					title: markdownOf(inject.title),
					html: html(inject.text, '/screen/files/'),
					at: inject.at
				}
			: null,
		...shownNow(state, plenary),
		live: {
			progress:
				state.projectorProgress === 'full'
					? progress.map(({ team, items }) => ({ team, states: items.map((item) => item.state) }))
					: []
		}
	};
}

/** Whatever is given: what the projector does not show does not go to it. */
function shownNow({ projector }: WorkshopState, plenary: Plenary): Plenary {
	const { presentation, board, vote, roadmap } = plenary;
	return {
		presentation: projector === 'presentation' ? presentation : null,
		board: projector === 'board' ? board : null,
		vote: projector === 'vote' ? vote : null,
		roadmap: projector === 'roadmap' ? roadmap : null
	};
}

/** The newest inject of the exercise at hand that is meant for all and that every team has. */
export function newsOf(
	state: WorkshopState
): { id: string; title: Held; text: Held | Open; at: number } | undefined {
	const teams = state.division?.announced ? state.division.teams : [];
	const exercise = state.scenario.exercises.find(
		(one) => one.id === exerciseStage(state)?.exercise
	);
	return (exercise?.injects ?? [])
		.filter((inject) => inject.audience.to === 'all')
		.flatMap(({ id, title, text }) => {
			const out = state.releases.filter((one) => one.inject === id);
			const everywhere = teams.length > 0 && teams.every((t) => out.some((o) => o.team === t.id));
			return everywhere ? [{ id, title, text, at: Math.max(...out.map((one) => one.at)) }] : [];
		})
		.sort((a, b) => b.at - a.at)[0];
}
