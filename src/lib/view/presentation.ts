import { namesOf } from '../report/names';
import { readableSheet, type ReadableSheet } from '../report/readable';
import { written } from '../report/team-results';
import type { SheetValue } from '../sheet/value';
import { concernsTeam } from '../workshop/audience';
import type { Clock } from '../workshop/clock';
import { isPast } from '../workshop/injects';
import type { Sheet, Team, WorkshopState } from '../workshop/state';
import { presented, turnOn, turnsNow } from '../workshop/turns';
import { teamName } from './common';

/** What a projector shows while teams present in turn. */
export interface PresentationView {
	order: { team: string; name: string; state: 'waits' | 'on' | 'done' }[];
	/** The team that presents; null: nobody has begun, or everybody has ended. */
	on: PresentingTeam | null;
}

export interface PresentingTeam {
	id: string;
	name: string;
	place: string;
	/** How many of which delegation sit in it, by the delegation's id. */
	mix: { delegation: string; people: number }[];
	/** The speaker's. */
	clock: Clock;
	/** What of its sheet can be read from the last row: reasons are left to the speaker. */
	needs: { title: string; tools: Tool[] }[];
	answers: { title: string; said: string[] }[];
	horizons: ReadableSheet['horizons'];
	/** The page of it that is shown, counted on and back by the facilitator. */
	page: number;
}

type Tool = Pick<
	ReadableSheet['needs'][number]['choices'][number],
	'name' | 'place' | 'asks' | 'executes'
>;

/** The sheets of the team that presents, of what was worked since the presentations before. */
export function presentedSheets(state: WorkshopState): Sheet[] {
	const on = turnOn(state);
	if (!on) return [];
	return presented(state.stages, on.stage).flatMap(
		(exercise) =>
			state.sheets.find((sheet) => sheet.team === on.team && sheet.exercise === exercise) ?? []
	);
}

/**
 * The presenting team's sheet and the speaker's clock.
 * @param sheets what `presentedSheets` say
 * @param page see `PresentingTeam`
 * @returns null where nobody is to present
 */
export function presentationView(
	state: WorkshopState,
	sheets: SheetValue[],
	page: number
): PresentationView | null {
	const turns = turnsNow(state);
	if (!turns.length) return null;
	const on = turnOn(state);
	const team = state.division?.teams.find(({ id }) => id === on?.team);
	return {
		order: turns.map((turn) => ({
			team: turn.team,
			name: teamName(state, turn.team),
			state: turn === on ? 'on' : turn.endedAt === null ? 'waits' : 'done'
		})),
		on: on && team ? presentingTeam(state, team, on, sheets, page) : null
	};
}

function presentingTeam(
	state: WorkshopState,
	team: Team,
	{ planned, added, spent, runningSince }: Clock,
	sheets: SheetValue[],
	page: number
): PresentingTeam {
	const shown = itemsFor(state, team);
	const { choices, answers, ...rest } = written(state, sheets);
	const own = {
		...rest,
		choices: choices.filter(({ need }) => shown.includes(need)),
		answers: answers.filter(({ question }) => shown.includes(question)),
		contacts: []
	};
	const sheet = readableSheet(own, namesOf(state), shown);
	return {
		id: team.id,
		name: team.name,
		place: team.place,
		mix: mixOf(state, team),
		clock: { planned, added, spent, runningSince },
		needs: sheet.needs.map(({ title, choices: tools }) => ({
			title,
			tools: tools.map(({ name, place, asks, executes }) => ({ name, place, asks, executes }))
		})),
		answers: sheet.answers.map(({ title, said }) => ({ title, said })),
		horizons: sheet.horizons,
		page
	};
}

/** Needs and questions that all of the team know; what one part alone works stays with it. */
function itemsFor(state: WorkshopState, team: Team): string[] {
	return state.scenario.exercises
		.flatMap(({ items }) => items)
		.filter(
			({ audience, after }) =>
				audience.to !== 'part' && concernsTeam(audience, team) && isPast(state, after, team.id)
		)
		.map(({ id }) => id);
}

function mixOf(state: WorkshopState, { members }: Team): PresentingTeam['mix'] {
	const people = state.people.filter(({ id }) => members.some(({ person }) => person === id));
	return state.delegations
		.map(({ id }) => ({
			delegation: id,
			people: people.filter(({ from }) => from === id).length
		}))
		.filter((one) => one.people > 0);
}
