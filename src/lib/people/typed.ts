import { clean } from './cell';
import type { Entry } from './person';
import { plain } from './plain';
import { LONGEST_NAME, LONGEST_VALUE } from './row';
import { readStanding } from './standing';

/** Why a person that was typed by hand is not taken. */
export type TypedProblem = 'no-name' | 'no-delegation' | 'too-long' | 'present';

/**
 * Reads one person typed by hand. The same name twice in a delegation is not taken: nobody could
 * tell them apart.
 * @param fields by column; languages as people write them, e.g. `Somali, English`
 * @param others the people the workshop has, without the one that is being changed
 */
export function readTyped(
	fields: Record<
		'name' | 'delegation' | 'role' | 'institution' | 'gender' | 'languages',
		string
	> & {
		standing: string;
	},
	others: readonly Pick<Entry, 'name' | 'delegation'>[]
): { ok: true; entry: Entry } | { ok: false; why: TypedProblem } {
	const name = clean(fields.name);
	const delegation = clean(fields.delegation);
	if (!name) return { ok: false, why: 'no-name' };
	if (!delegation) return { ok: false, why: 'no-delegation' };
	const values = [delegation, fields.role, fields.institution, fields.gender, fields.languages];
	const long = (text: string, most: number) => [...text].length > most;
	if (long(name, LONGEST_NAME) || values.some((value) => long(value, LONGEST_VALUE)))
		return { ok: false, why: 'too-long' };
	const same = (a: string, b: string) =>
		plain(a).replaceAll(' ', '') === plain(b).replaceAll(' ', '');
	if (others.some((one) => same(one.name, name) && same(one.delegation, delegation)))
		return { ok: false, why: 'present' };
	return {
		ok: true,
		entry: {
			name,
			delegation,
			role: clean(fields.role),
			institution: clean(fields.institution),
			gender: clean(fields.gender),
			languages: clean(fields.languages),
			standing: readStanding(fields.standing) ?? 'member'
		}
	};
}
