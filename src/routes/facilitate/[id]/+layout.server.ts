import { ownWorkshop } from '$lib/server/owner';
import { controlsFor } from '$lib/workshop/controls';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
	const { state, facilitator: id } = await ownWorkshop(event);
	const me = state.leads.find((lead) => lead.id === id);
	return {
		facilitator: { id, name: me?.name ?? '', owner: me?.owner ?? false },
		leads: state.leads,
		/** Null: this facilitator leads alone. */
		controls: controlsFor(state, id),
		workshop: { id: state.id, code: state.code, title: state.title, status: state.status },
		counts: {
			people: state.people.length,
			joined: state.people.filter((person) => person.joined).length,
			teams: state.division?.teams.length ?? 0
		}
	};
};
