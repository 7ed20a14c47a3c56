import { fail } from '@sveltejs/kit';
import { MOST_NAME, type JointWords } from '$lib/plenary/joint';
import { namesOf } from '$lib/report/names';
import { votersByItem } from '$lib/plenary/ballot';
import { outcomeOf } from '$lib/server/outcome';
import { ownWorkshop } from '$lib/server/owner';
import {
	apartPairs,
	lastChange,
	mergeSources,
	plenaryOf,
	setApart,
	splitJoint,
	undoChange,
	writeJoint
} from '$lib/server/plenary';
import { glossary } from '$lib/server/scenarios';
import { show } from '$lib/server/workshops';
import { HORIZONS } from '$lib/sheet/layout';
import { m } from '$lib/paraglide/messages';
import { delegationViews } from '$lib/view/common';
import type { WorkshopState } from '$lib/workshop/state';
import { answer, line } from '../../answer';
import type { Actions, PageServerLoad } from './$types';

/** A joint recommendation is a sentence or three. */
const MOST_TEXT = 4000;

export const load: PageServerLoad = async (event) => {
	const { state, by } = await ownWorkshop(event);
	const last = lastChange(state.id);
	const patterns = new Map(delegationViews(state).map(({ id, pattern }) => [id, pattern]));
	const people = new Map(state.people.map(({ id, from }) => [id, patterns.get(from) ?? 0]));
	const names = namesOf(state);
	const items = state.scenario.exercises.flatMap((exercise) => exercise.items);
	const divisions = [...state.earlier, ...(state.division ? [state.division] : [])];
	return {
		version: state.version,
		now: Date.now(),
		...(await plenaryOf(state)),
		teams: divisions
			.flatMap(({ teams }) => teams)
			.map(({ id, name, members }) => ({
				id,
				name,
				mix: mixOf(state, members),
				patterns: members.map(({ person }) => people.get(person) ?? 0).sort((a, b) => a - b)
			})),
		needs: items.map(({ id }) => ({ id, title: names.item(id) })),
		glossary: (await glossary()).map(({ id, words }) => ({ id, words })),
		screens: state.screens.length,
		shown: state.projector === 'board',
		/** How many have voted on a joint recommendation: taken apart, it loses these votes. */
		voted: votersByItem(outcomeOf(state.id).ballot),
		apart: apartPairs(state.id),
		/** With the name of who did it, where that is another facilitator. */
		last: last ? { ...last, by: last.by === by ? '' : nameOf(state, last.by) } : null
	};
};

/** @param actor of an event */
function nameOf(state: WorkshopState, actor: string): string {
	return state.leads.find(({ id }) => `facilitator:${id}` === actor)?.name ?? '';
}

/** How many of each delegation are in a team, in words. */
function mixOf(state: WorkshopState, members: readonly { person: string }[]): string {
	const from = state.people.filter(({ id }) => members.some(({ person }) => person === id));
	return state.delegations
		.map(({ id, name }) => ({ name, people: from.filter((one) => one.from === id).length }))
		.filter(({ people }) => people > 0)
		.map((one) => m.results_delegation(one))
		.join('; ');
}

/** @param before what the names of the fields begin with */
function wordsOf(form: FormData, before = ''): JointWords | undefined {
	const horizon = HORIZONS.find((one) => one === form.get(`${before}horizon`));
	// a browser sends line ends as \r\n
	const text = String(form.get(`${before}text`) ?? '')
		.replace(/\r\n?/g, '\n')
		.trim()
		.slice(0, MOST_TEXT);
	if (!horizon || !text) return undefined;
	const [name, owner] = [line(form, `${before}name`, MOST_NAME), line(form, `${before}owner`)];
	return { name, text, owner, horizon };
}

export const actions: Actions = {
	merge: async (event) => {
		const { state, by } = await ownWorkshop(event);
		const form = await event.request.formData();
		const into = line(form, 'into') || wordsOf(form);
		if (!into) return fail(400, { why: 'no-text' as const });
		const sources = form.getAll('source').map(String);
		const joints = form.getAll('joint').map(String);
		const suggested = form.has('suggested');
		const outcome = await mergeSources(state.id, by, { into, sources, joints, suggested });
		return outcome.ok ? { ok: true as const, joint: outcome.value } : answer(outcome);
	},
	write: async (event) => {
		const { state, by } = await ownWorkshop(event);
		const form = await event.request.formData();
		const [words, was] = [wordsOf(form), wordsOf(form, 'was-')];
		if (!words || !was) return fail(400, { why: 'no-text' as const });
		return answer(await writeJoint(state.id, by, line(form, 'into'), words, was));
	},
	split: async (event) => {
		const { state, by } = await ownWorkshop(event);
		const form = await event.request.formData();
		const which = String(form.get('sources')).split(' ');
		return answer(await splitJoint(state.id, by, line(form, 'into'), which));
	},
	apart: async (event) => {
		const { state, by } = await ownWorkshop(event);
		const form = await event.request.formData();
		const { joints, alone } = await plenaryOf(state);
		const written = [...alone, ...joints.flatMap(({ sources }) => sources)].map(({ id }) => id);
		const [sources, merged] = ['source', 'joint'].map((name) => form.getAll(name).map(String));
		const said = written.filter((id) => sources?.includes(id));
		return answer(
			await setApart(state.id, by, [
				...said.map((id) => [id]),
				...joints
					.filter(({ id }) => merged?.includes(id))
					.map((joint) => joint.sources.map(({ id }) => id).filter((id) => !said.includes(id)))
			])
		);
	},
	show: async (event) => {
		const { state, by } = await ownWorkshop(event);
		return answer(await show(state.id, by, { projector: 'board' }));
	},
	undo: async (event) => {
		const { state, by } = await ownWorkshop(event);
		const form = await event.request.formData();
		return answer(await undoChange(state.id, by, Number(form.get('of'))));
	}
};
