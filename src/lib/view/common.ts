import { initials } from '../people/initials';
import type { Tool } from '../scenario/scenario';
import type { Stage, Team, WorkshopState } from '../workshop/state';
import { html } from './html';
import type { DelegationView, MemberView, StageView, ToolView } from './parts';

/** Delegations with the numbers of their marks. */
export function delegationViews(state: WorkshopState): DelegationView[] {
	return state.delegations.map((one, index) => ({ ...one, pattern: index + 1 }));
}

/** What a team is called, of whichever draw. */
export function teamName({ division, earlier }: WorkshopState, team: string): string {
	const all = [...(division ? [division] : []), ...earlier].flatMap(({ teams }) => teams);
	return all.find(({ id }) => id === team)?.name ?? '';
}

/** The members of a team, in the order of their names. */
export function memberViews(state: WorkshopState, team: Team): MemberView[] {
	const people = team.members.flatMap(({ person, parts }) => {
		const found = state.people.find((one) => one.id === person);
		return found ? [{ ...found, parts }] : [];
	});
	const letters = initials(people.map(({ id, name }) => ({ id, name })));
	return people.map(({ id, name, from, role, parts }) => ({
		id,
		name,
		initials: letters.get(id) ?? '',
		delegation: from,
		role,
		parts
	}));
}

/** A stage as everybody may see it. */
export function stageView(state: WorkshopState, stage: Stage): StageView {
	const exercises = state.stages.filter((one) => one.exercise !== null);
	const index = exercises.findIndex((one) => one.id === stage.id);
	const { planned, added, spent, runningSince } = stage;
	return {
		id: stage.id,
		kind: stage.kind,
		title: stage.title,
		number: index < 0 ? null : index + 1,
		of: exercises.length,
		clock: { planned, added, spent, runningSince }
	};
}

const toolViewsOf = new WeakMap<Tool[], ToolView[]>();

/** The toolbox as participants see it; the same value each time, so that it is sent once. */
export function toolViews(tools: Tool[]): ToolView[] {
	const known = toolViewsOf.get(tools);
	if (known) return known;
	const views = tools.map(({ obtains, ...tool }) => {
		const text = html(obtains, '');
		return { ...tool, obtains: text, obtainsText: plainText(text) };
	});
	toolViewsOf.set(tools, views);
	return views;
}

function plainText(rendered: string): string {
	return rendered
		.replace(/<[^>]*>/g, ' ')
		.replace(/&lt;/g, '<')
		.replace(/&gt;/g, '>')
		.replace(/&quot;/g, '"')
		.replace(/&#39;/g, "'")
		.replace(/&amp;/g, '&')
		.replace(/\s+/g, ' ')
		.trim();
}
