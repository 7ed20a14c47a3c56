import { fail } from '@sveltejs/kit';
import { MOST_NAME, type JointWords } from '$lib/plenary/joint';
import { namesOf } from '$lib/report/markdown';
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
import { HORIZONS } from '$lib/sheet/layout';
import { delegationViews } from '$lib/view/common';
import { answer, line } from '../../answer';
import type { Actions, PageServerLoad } from './$types';

/** A joint recommendation is a sentence or three. */
const MOST_TEXT = 2000;

export const load: PageServerLoad = async (event) => {
	const { state } = await ownWorkshop(event);
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
				patterns: members.map(({ person }) => people.get(person) ?? 0).sort((a, b) => a - b)
			})),
		needs: items.map(({ id }) => ({ id, title: names.item(id) })),
		glossary: (await glossary()).map(({ id, words }) => ({ id, words })),
		apart: apartPairs(state.id),
		last: lastChange(state.id) ?? null
	};
};

function wordsOf(form: FormData): JointWords | undefined {
	const horizon = HORIZONS.find((one) => one === form.get('horizon'));
	const text = String(form.get('text') ?? '')
		.trim()
		.slice(0, MOST_TEXT);
	if (!horizon || !text) return undefined;
	return { name: line(form, 'name', MOST_NAME), text, owner: line(form, 'owner'), horizon };
}

export const actions: Actions = {
	merge: async (event) => {
		const { state, by } = await ownWorkshop(event);
		const form = await event.request.formData();
		const words = wordsOf(form);
		if (!words) return fail(400, { why: 'no-text' as const });
		const outcome = await mergeSources(state.id, by, {
			into: line(form, 'into') || null,
			words,
			sources: form.getAll('source').map(String),
			joints: form.getAll('joint').map(String)
		});
		return outcome.ok ? { ok: true as const, joint: outcome.value } : answer(outcome);
	},
	write: async (event) => {
		const { state, by } = await ownWorkshop(event);
		const form = await event.request.formData();
		const words = wordsOf(form);
		if (!words) return fail(400, { why: 'no-text' as const });
		return answer(await writeJoint(state.id, by, line(form, 'into'), words));
	},
	split: async (event) => {
		const { state, by } = await ownWorkshop(event);
		const form = await event.request.formData();
		const which = form.getAll('source').map(String);
		return answer(await splitJoint(state.id, by, line(form, 'into'), which));
	},
	apart: async (event) => {
		const { state, by } = await ownWorkshop(event);
		const form = await event.request.formData();
		const { joints, alone } = await plenaryOf(state);
		const known = new Set(
			[...alone, ...joints.flatMap(({ sources }) => sources)].map(({ id }) => id)
		);
		const sources = form
			.getAll('source')
			.map(String)
			.filter((id) => known.has(id));
		return answer(await setApart(state.id, by, sources));
	},
	undo: async (event) => {
		const { state, by } = await ownWorkshop(event);
		const form = await event.request.formData();
		return answer(await undoChange(state.id, by, Number(form.get('of'))));
	}
};
