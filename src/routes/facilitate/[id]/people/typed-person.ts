import { readTyped } from '$lib/people/typed';
import type { WorkshopState } from '$lib/workshop/state';

/**
 * A person typed into the form, checked against the others.
 * @param changed id of the person that is being changed
 */
export function typedPerson(form: FormData, state: WorkshopState, changed?: string) {
	const text = (name: string) => String(form.get(name) ?? '').slice(0, 1000);
	const typed = {
		name: text('name'),
		delegation: text('other').trim() || text('delegation'),
		role: text('role'),
		institution: text('institution'),
		gender: text('gender'),
		languages: text('languages'),
		standing: text('standing')
	};
	const others = state.people.filter(({ id }) => id !== changed);
	return { typed, read: readTyped(typed, others) };
}
