import { ownWorkshop } from '$lib/server/owner';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
	const { state } = await ownWorkshop(event);
	return {
		facilitator: { name: event.locals.facilitator?.name ?? '' },
		workshop: { id: state.id, code: state.code, title: state.title, status: state.status },
		counts: {
			people: state.people.length,
			joined: state.people.filter((person) => person.joined).length,
			teams: state.division?.teams.length ?? 0
		}
	};
};
