/** What stands in place of values that JSON has no word for. */
const [UNDEFINED, MINUS_ZERO] = [-1, -6];

/**
 * Unfolds data as SvelteKit sends it to a browser: a list whose first value is the whole and in
 * which every part is named by its place (npm `devalue` describes it). Plain values only.
 * @throws where something else was sent, e.g. a Date
 */
export function unfold(flat: unknown[]): unknown {
	const made: unknown[] = [];
	const part = (at: number): unknown => {
		if (at === UNDEFINED) return undefined;
		if (at === MINUS_ZERO) return -0;
		if (at < 0) throw new Error(`A value that is no plain data (${at}).`);
		if (at in made) return made[at];
		const value = flat[at];
		if (typeof value !== 'object' || value === null) return (made[at] = value);
		if (!Array.isArray(value)) {
			const whole: Record<string, unknown> = {};
			made[at] = whole;
			for (const [name, where] of Object.entries(value)) whole[name] = part(where as number);
			return whole;
		}
		if (typeof value[0] === 'string') throw new Error(`A ${value[0]} is no plain data.`);
		const list: unknown[] = [];
		made[at] = list;
		for (const where of value) list.push(part(where as number));
		return list;
	};
	return part(0);
}
