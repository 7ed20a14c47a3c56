import { STATUSES, type LineWords } from '$lib/plenary/roadmap';
import { HORIZONS } from '$lib/sheet/layout';

/** Fields of a line that are written one at a time. */
export type LineField = keyof LineWords;

const MOST: Partial<Record<LineField, number>> = { text: 4000, notes: 4000 };
const MOST_LINE = 2000;
const FIELDS = new Set<string>([
	'text',
	'horizon',
	'owner',
	'owners',
	'countries',
	'deadline',
	'indicator',
	'resources',
	'status',
	'notes',
	'answers'
] satisfies LineField[]);

/** Characters that a field takes. */
export const mostOf = (field: LineField): number => MOST[field] ?? MOST_LINE;

export const isField = (name: string): name is LineField => FIELDS.has(name);

/**
 * A field's value as a form has it; several institutions stand on a line each.
 * @returns undefined for what the field does not take
 */
export function valueOf(
	field: LineField,
	form: FormData,
	name: string
): string | string[] | undefined {
	if (field === 'countries') return form.getAll(name).map(String).filter(Boolean);
	const text = String(form.get(name) ?? '')
		.replace(/\r\n?/g, '\n')
		.trim();
	if (name === 'value' && text.length > mostOf(field)) return undefined;
	switch (field) {
		case 'text':
			return text || undefined;
		case 'horizon':
			return HORIZONS.find((one) => one === text);
		case 'status':
			return STATUSES.find((one) => one === text);
		case 'deadline':
			return text === '' || isDate(text) ? text : undefined;
		case 'owners':
			return text
				.split('\n')
				.map((one) => one.trim())
				.filter(Boolean);
		default:
			return text;
	}
}

function isDate(text: string): boolean {
	const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
	return at !== undefined && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
