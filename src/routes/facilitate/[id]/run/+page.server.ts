import { fail } from '@sveltejs/kit';
import { readCode } from '$lib/protocol/code';
import { takeControls } from '$lib/server/co-facilitators';
import { acceptLate, declineLate } from '$lib/server/late-decision';
import { ownWorkshop } from '$lib/server/owner';
import { declineRequest, grantRequest, openDoors } from '$lib/server/requests';
import { cockpitSnapshot } from '$lib/server/viewers';
import {
	lengthen,
	openStageOf,
	pairScreen,
	releaseInject,
	releaseScreens,
	runClock,
	setStatus,
	settleGap,
	show
} from '$lib/server/workshops';
import { injectStates } from '$lib/workshop/injects';
import { PROJECTIONS } from '$lib/workshop/projector';
import { exerciseOf, openStage } from '$lib/workshop/stage';
import { error } from '@sveltejs/kit';
import { answer, line } from '../answer';
import { turnActions } from './turn-actions';
import type { Actions, PageServerLoad } from './$types';

const PROGRESS = ['hidden', 'done', 'full'] as const;

/** A press gives at most an hour. */
const MOST_MINUTES = 60;

export const load: PageServerLoad = async (event) => {
	const { state, facilitator } = await ownWorkshop(event);
	const snapshot = await cockpitSnapshot(state.id, facilitator);
	if (!snapshot) error(404);
	return {
		...snapshot,
		/** Minutes the room's clock is ahead of UTC. */
		zone: -new Date().getTimezoneOffset(),
		/** For the next draw of an order: four figures are easily read out. */
		seed: 1000 + Math.floor(Math.random() * 9000)
	};
};

export const actions: Actions = {
	take: async (event) => {
		const { state, facilitator } = await ownWorkshop(event);
		return answer(await takeControls(state.id, facilitator));
	},
	...turnActions,
	open: async (event) => {
		const { state, by } = await ownWorkshop(event);
		const form = await event.request.formData();
		const expected = line(form, 'expected') || null;
		return answer(await openStageOf(state.id, by, line(form, 'stage'), expected));
	},
	clock: async (event) => {
		const { state, by } = await ownWorkshop(event);
		const form = await event.request.formData();
		return answer(await runClock(state.id, by, line(form, 'stage'), form.get('run') === 'yes'));
	},
	lengthen: async (event) => {
		const { state, by } = await ownWorkshop(event);
		const form = await event.request.formData();
		const minutes = Math.trunc(Number(form.get('minutes'))) || 0;
		const given = Math.max(-MOST_MINUTES, Math.min(MOST_MINUTES, minutes));
		return answer(await lengthen(state.id, by, line(form, 'stage'), given * 60_000));
	},
	gap: async (event) => {
		const { state, by } = await ownWorkshop(event);
		const form = await event.request.formData();
		return answer(await settleGap(state.id, by, line(form, 'stage'), form.get('count') === 'yes'));
	},
	release: async (event) => {
		const { state, by } = await ownWorkshop(event);
		const form = await event.request.formData();
		const exercise = exerciseOf(state, openStage(state));
		const found = (exercise ? injectStates(state, exercise, Date.now()) : []).find(
			({ inject }) => inject.id === line(form, 'inject')
		);
		if (!found) return fail(409, { why: 'not-open' as const });
		const meant = found.teams.map(({ id }) => id);
		const chosen = form.getAll('team').map(String);
		const teams = chosen.length ? meant.filter((id) => chosen.includes(id)) : meant;
		return answer(await releaseInject(state.id, by, found.inject.id, teams));
	},
	late: async (event) => {
		const { state, by } = await ownWorkshop(event);
		const form = await event.request.formData();
		const [sheet, device] = [line(form, 'sheet'), line(form, 'device')];
		const decide = form.get('take') === 'yes' ? acceptLate : declineLate;
		return answer(await decide(state.id, by, { sheet, device, at: Number(form.get('at')) }));
	},
	pair: async (event) => {
		const { state, by } = await ownWorkshop(event);
		const typed = line(await event.request.formData(), 'code', 20);
		const code = readCode(typed);
		if (!code) return fail(400, { why: 'no-screen' as const, typed });
		const outcome = await pairScreen(state.id, by, code);
		return outcome.ok ? { ok: true as const } : fail(409, { why: outcome.why, typed });
	},
	letGo: async (event) => {
		const { state, by } = await ownWorkshop(event);
		return answer(await releaseScreens(state.id, by));
	},
	show: async (event) => {
		const { state, by } = await ownWorkshop(event);
		const form = await event.request.formData();
		const projector = PROJECTIONS.find((one) => one === form.get('projector'));
		const projectorProgress = PROGRESS.find((one) => one === form.get('progress'));
		if (!projector && !projectorProgress) return fail(400, { why: 'not-taken' as const });
		return answer(
			await show(state.id, by, {
				...(projector && { projector }),
				...(projectorProgress && { projectorProgress })
			})
		);
	},
	letIn: async (event) => {
		const { state, by } = await ownWorkshop(event);
		const form = await event.request.formData();
		const as = { person: line(form, 'person'), delegation: line(form, 'delegation') };
		return answer(await grantRequest(state, by, line(form, 'request'), as));
	},
	refuse: async (event) => {
		const { state, by } = await ownWorkshop(event);
		const request = line(await event.request.formData(), 'request');
		return answer(await declineRequest(state.id, by, request));
	},
	doors: async (event) => {
		const { state, by } = await ownWorkshop(event);
		const open = (await event.request.formData()).get('open') === 'yes';
		return answer(await openDoors(state.id, by, open));
	},
	join: async (event) => {
		const { state, by } = await ownWorkshop(event);
		return answer(await setStatus(state.id, by, 'open'));
	}
};
