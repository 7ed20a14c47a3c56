import { act } from '../act';
import type { LineField } from './fields';

/** What came of writing a field. */
export type Written = 'written' | 'changed-meanwhile' | 'unanswered';

/**
 * Writes one field of a line, if it still says what the page shows.
 * @param was what the page shows
 */
export async function writeField(
	line: string,
	field: LineField,
	value: string | string[],
	was: string | string[]
): Promise<Written> {
	const more = (name: string, of: string | string[]) =>
		Array.isArray(of) && field === 'countries' ? of.map((one) => [name, one] as const) : [];
	const one = (of: string | string[]) =>
		Array.isArray(of) ? (field === 'countries' ? '' : of.join('\n')) : of;
	const taken = await act('write', { line, field, value: one(value), was: one(was) }, [
		...more('value', value),
		...more('was', was)
	]);
	if (taken === 'taken') return 'written';
	return taken === 'refused' ? 'changed-meanwhile' : 'unanswered';
}
