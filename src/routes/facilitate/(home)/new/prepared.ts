import { plain } from '$lib/people/plain';
import type { Prepared } from '$lib/server/workshops';
import type { CaseChoice } from './case-choice';

/** What stood in the fields, to be shown again when something is missing. */
export type Typed = Omit<Prepared, 'slug'> & { slug: string; sealed: boolean };

export type PrepareRefusal =
	| 'no-scenario'
	| 'sealed'
	| 'no-title'
	| 'no-dates'
	| 'ends-early'
	| 'no-host'
	| 'twice'
	| 'no-exercise';

/** The form of the Prepare page as values. */
export function typedOf(form: FormData): Typed {
	const text = (name: string) =>
		String(form.get(name) ?? '')
			.trim()
			.slice(0, 200);
	const texts = (name: string) =>
		form
			.getAll(name)
			.map((value) => String(value).trim().slice(0, 120))
			.filter(Boolean);
	const from = text('from');
	return {
		slug: text('slug'),
		title: text('title'),
		place: text('place'),
		from,
		to: text('to') || from,
		hosts: texts('host'),
		guests: texts('guest'),
		exercises: texts('exercise'),
		sealed: form.has('sealed')
	};
}

/**
 * Checks what was typed. Without a script in the browser, hosts and exercises follow no choice of
 * a case: where none is given, the scenario's own are meant.
 * @param chosen the scenario with this name, if there is one that can be used
 */
export function checked(
	typed: Typed,
	chosen: CaseChoice | undefined
): { ok: true; prepared: Prepared } | { ok: false; why: PrepareRefusal } {
	if (!chosen?.usable) return { ok: false, why: 'no-scenario' };
	if (chosen.sealed > 0 && !typed.sealed) return { ok: false, why: 'sealed' };
	if (!typed.title) return { ok: false, why: 'no-title' };
	if (!isDate(typed.from) || !isDate(typed.to)) return { ok: false, why: 'no-dates' };
	if (typed.to < typed.from) return { ok: false, why: 'ends-early' };
	const hosts = typed.hosts.length ? typed.hosts : chosen.countries;
	if (!hosts.length) return { ok: false, why: 'no-host' };
	const names = [...hosts, ...typed.guests].map(plain);
	if (new Set(names).size < names.length) return { ok: false, why: 'twice' };
	const own = chosen.list.map(({ id }) => id);
	const ticked = typed.exercises.filter((id) => own.includes(id));
	const exercises = ticked.length ? ticked : own;
	const { slug, title, place, from, to, guests } = typed;
	return { ok: true, prepared: { slug, title, place, from, to, hosts, guests, exercises } };
}

function isDate(text: string): boolean {
	return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}
