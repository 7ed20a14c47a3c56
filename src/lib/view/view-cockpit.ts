import type { Exercise } from '../scenario/scenario';
import type { Sealed } from '../scenario/text';
import type { Acted } from '../workshop/acts';
import { controlsFor } from '../workshop/controls';
import { injectStates } from '../workshop/injects';
import { exerciseOf, nextStage, openStage, previousStage } from '../workshop/stage';
import type { Stage, WorkshopState } from '../workshop/state';
import { timeEach, turnsNow } from '../workshop/turns';
import type { CockpitView } from './cockpit';
import { delegationViews, memberViews, teamName } from './common';
import { doorView } from './door';
import { expertView } from './expert';
import { html } from './html';
import { lateView, type LateBundle } from './late';
import { markdownOf } from './seen';

/** What is not of the workshop's state: who looks, where people go, and what happened meanwhile. */
export interface Around {
	/** Id of the facilitator. */
	facilitator: string;
	address: CockpitView['address'];
	late: LateBundle[];
	/** What another facilitator did last. */
	acted: Acted | undefined;
}

/**
 * What the facilitator's Run page gets: everything, the expert's view included.
 * @param live who is connected and how far the teams are, which is not stored
 * @param now ms since 1970
 */
export function cockpitView(
	state: WorkshopState,
	live: CockpitView['live'],
	around: Around,
	now: number
): CockpitView {
	const base = `/facilitate/${state.id}/files/`;
	const stage = openStage(state);
	const next = nextStage(state);
	const exercise = exerciseOf(state, stage);
	return {
		workshop: {
			id: state.id,
			code: state.code,
			title: state.title,
			status: state.status,
			projector: state.projector,
			projectorProgress: state.projectorProgress,
			screens: state.screens.length
		},
		delegations: delegationViews(state),
		people: state.people.map(({ id, name, from, joined, standing }) => ({
			id,
			name,
			delegation: from,
			joined,
			observer: standing === 'observer'
		})),
		agenda: state.stages.map(({ id, kind, title, planned, openedAt, closedAt }) => ({
			id,
			kind,
			title,
			planned,
			openedAt,
			closedAt
		})),
		stage: stage
			? {
					id: stage.id,
					kind: stage.kind,
					title: stage.title,
					clock: {
						planned: stage.planned,
						added: stage.added,
						spent: stage.spent,
						runningSince: stage.runningSince
					},
					gap: stage.gap,
					missed: state.missed
				}
			: null,
		next: next
			? { id: next.id, kind: next.kind, title: next.title, minutes: next.planned / 60_000 }
			: null,
		canStepBack: previousStage(state) !== undefined,
		script: script(state, exercise, base),
		teams: (state.division?.announced ? state.division.teams : []).map((team) => ({
			id: team.id,
			name: team.name,
			place: team.place,
			side: team.side,
			members: memberViews(state, team),
			done: doneOf(state, team.id, stage?.id),
			sheet:
				state.sheets.find((one) => one.team === team.id && one.exercise === exercise?.id)?.id ??
				null
		})),
		aloneFirst: exercise?.aloneFirst ?? null,
		items: exercise?.items.map(({ id, kind, title }) => ({ id, kind, title })) ?? [],
		injects: exercise ? injects(state, exercise, base, now) : [],
		expert: exercise ? expert(state, exercise, base) : debrief(state, base),
		turns: turns(state, stage),
		door: doorView(state),
		address: around.address,
		late: around.late.map((bundle) => lateView(state, bundle)),
		controls: controlsFor(state, around.facilitator),
		acted: around.acted ? actedView(state, around.acted) : null,
		version: state.version,
		live
	};
}

function actedView(state: WorkshopState, { by, data, ...acted }: Acted): CockpitView['acted'] {
	const inject = state.scenario.exercises
		.flatMap(({ injects }) => injects)
		.find(({ id }) => id === data.inject);
	return {
		version: acted.version,
		at: acted.at,
		what: acted.what,
		by: state.leads.find(({ id }) => id === by)?.name ?? '',
		title: inject ? markdownOf(inject.title) : String(data.title ?? '')
	};
}

function doneOf(state: WorkshopState, team: string, stage: string | undefined) {
	const done = state.done.find((one) => one.team === team && one.stage === stage);
	if (!done) return null;
	return { at: done.at, by: state.people.find((one) => one.id === done.person)?.name ?? '' };
}

function injects(
	state: WorkshopState,
	exercise: Exercise,
	base: string,
	now: number
): CockpitView['injects'] {
	return injectStates(state, exercise, now).map(({ inject, teams, released }) => {
		const readers = teams
			.filter((team) => released.some((one) => one.team === team.id))
			.flatMap((team) => team.members.map((member) => member.person));
		const opened = state.read.filter(
			(one) => one.inject === inject.id && readers.includes(one.person)
		);
		return {
			id: inject.id,
			title: markdownOf(inject.title),
			html: html(inject.text, base),
			audience: inject.audience,
			at: inject.at === undefined ? null : inject.at * 60_000,
			teams: teams.map((team) => team.id),
			released: released.map(({ team, at }) => ({ team, at })),
			readBy: opened.length,
			readers: readers.length
		};
	});
}

function script(
	state: WorkshopState,
	exercise: Exercise | undefined,
	base: string
): CockpitView['script'] {
	if (!exercise) return spoken('', state.scenario.facilitator, base);
	return [
		...spoken('', exercise.facilitator, base),
		...exercise.items.flatMap(({ title, facilitator }) => spoken(title, facilitator, base)),
		...exercise.injects.flatMap(({ title, facilitator }) =>
			spoken(markdownOf(title), facilitator, base)
		)
	];
}

/** The lines that begin with "Say:", up to the first other paragraph, and what follows. */
function spoken(title: string, text: Sealed, base: string): CockpitView['script'] {
	const [first = '', ...rest] = markdownOf(text)
		.trim()
		.split(/\n{2,}/);
	if (!first) return [];
	const say = /^say:\s*/i.test(first) ? first.replace(/^say:\s*/i, '') : '';
	const notes = (say ? rest : [first, ...rest]).join('\n\n');
	return [{ title, say: html({ open: say }, base), notes: html({ open: notes }, base) }];
}

function expert(state: WorkshopState, exercise: Exercise, base: string): CockpitView['expert'] {
	return [
		{ title: exercise.title, lines: [], html: html(exercise.expert, base) },
		...exercise.items.map((item) => ({ title: item.title, ...expertView(state, item, base) }))
	].filter((one) => one.lines.length > 0 || one.html !== '');
}

function debrief(state: WorkshopState, base: string): CockpitView['expert'] {
	const text = html(state.scenario.debrief, base);
	return text ? [{ title: '', lines: [], html: text }] : [];
}

function turns(state: WorkshopState, stage: Stage | undefined): CockpitView['turns'] {
	if (stage?.kind !== 'presentations') return null;
	const teams = state.division?.announced ? state.division.teams : [];
	const drawn = turnsNow(state);
	return {
		seed: drawn[0]?.seed ?? null,
		planned: drawn[0]?.planned ?? timeEach(stage.planned, teams.length),
		list: drawn.map(({ team, begunAt, endedAt, planned, added, spent, runningSince }) => ({
			team,
			name: teamName(state, team),
			clock: { planned, added, spent, runningSince },
			begunAt,
			endedAt
		}))
	};
}
