import type { Need, Question } from '../scenario/scenario';
import type { Choice } from '../sheet/value';
import { openStage, exerciseOf, teamOf } from '../workshop/stage';
import type { WorkshopState } from '../workshop/state';
import { turnOn } from '../workshop/turns';
import { delegationViews, memberViews, stageView, teamName, toolViews } from './common';
import { debriefed } from './debrief';
import { html } from './html';
import type { ItemView } from './parts';
import type { RoomView } from './room';
import { markdownOf, seenBy } from './seen';

/**
 * What a participant's browser gets of a workshop, and all it gets.
 * @param person id of somebody on the list
 * @param before what the person's team chose in exercises held before
 */
export function roomView(
	state: WorkshopState,
	person: string,
	before: readonly Choice[] = []
): RoomView {
	const me = state.people.find((one) => one.id === person);
	if (!me) throw new Error(`${person} is not in the workshop`);
	const base = `/room/${state.code}/files/`;
	const team = teamOf(state, person);
	const seen = seenBy(state, person);
	const stage = openStage(state);
	const exercise = exerciseOf(state, seen.stage);
	const sheet = state.sheets.find((s) => s.team === team?.id && s.exercise === exercise?.id);
	const done = state.done.find((one) => one.team === team?.id && one.stage === stage?.id);
	const { code, title, place, from, to, status, scenario } = state;
	return {
		workshop: { code, title, place, from, to, status },
		me: {
			id: me.id,
			name: me.name,
			standing: me.standing,
			delegation: me.from,
			devices: me.devices
		},
		delegations: delegationViews(state),
		countries: scenario.countries.map((country) => ({ code: country.code, name: country.name })),
		team: team ? { id: team.id, name: team.name, place: team.place, side: team.side } : null,
		members: team ? memberViews(state, team) : [],
		parts: scenario.parts,
		stage: stage ? { ...stageView(state, stage), title: withSpeaker(state, stage.title) } : null,
		exercise: exercise
			? {
					id: exercise.id,
					title: exercise.title,
					html: html(exercise.text, base),
					recommendations: exercise.recommendations,
					sheet: sheet?.id ?? null,
					open: stage?.exercise === exercise.id && sheet?.closedAt === null,
					closedAt: sheet?.closedAt ?? null
				}
			: null,
		items: itemViews(state, seen.items, base),
		earlier: seen.earlier.map(({ id, short, title }) => ({
			id,
			short,
			title,
			tools: before
				.filter((choice) => choice.need === id && choice.gone === null)
				.map((choice) => state.tools.find((tool) => tool.id === choice.tool)?.name ?? choice.tool)
		})),
		situation: seen.situation ? html(seen.situation, base) : null,
		injects: seen.injects.map(({ inject, at }) => ({
			id: inject.id,
			title: markdownOf(inject.title),
			html: html(inject.text, base),
			at,
			audience: inject.audience,
			read: state.read.some((one) => one.person === person && one.inject === inject.id)
		})),
		handouts: seen.handouts.map(({ id, title: name, text, audience }) => ({
			id,
			title: markdownOf(name),
			html: html(text, base),
			audience
		})),
		tools: toolViews(state.tools),
		debrief: newestDebrief(state, person),
		done: done ? { at: done.at, by: nameOf(state, done.person) } : null,
		vote: state.ballot && (state.ballot.open ? 'open' : 'closed')
	};
}

/** The stage with the team that presents. */
function withSpeaker(state: WorkshopState, title: string): string {
	const on = turnOn(state);
	return on ? `${title} · ${teamName(state, on.team)}` : title;
}

function newestDebrief(state: WorkshopState, person: string): number {
	if (!state.debriefs.length) return 0;
	const own = debriefed(state, person).map(({ sheet }) => sheet?.id);
	const said = state.verdicts.filter(({ sheet }) => own.includes(sheet));
	return Math.max(...[...state.debriefs, ...said].map(({ at }) => at));
}

function nameOf(state: WorkshopState, person: string): string {
	return state.people.find((one) => one.id === person)?.name ?? '';
}

/** Needs and questions as views, needs numbered in the author's order. */
function itemViews(state: WorkshopState, items: (Need | Question)[], base: string): ItemView[] {
	let number = 0;
	return items.map((item): ItemView => {
		const { id, title, short, optional } = item;
		const shared = { id, title, short, optional, html: html(item.text, base) };
		if (item.kind === 'question') {
			const { answer, withReason, options } = item;
			return { kind: 'question', ...shared, answer, withReason, options };
		}
		const { heldIn, heldInWords = '', heldBy, neededWithin, use = null } = item;
		number += 1;
		const country = state.scenario.countries.find((one) => one.code === heldIn);
		return {
			kind: 'need',
			...shared,
			number,
			heldIn: heldIn ? { code: heldIn, name: country?.name ?? heldIn } : null,
			heldInWords,
			heldBy,
			neededWithin,
			use
		};
	});
}
