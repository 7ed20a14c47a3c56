import { countryCode, countryCodes, countryName } from './countries';
import type { Written } from './front-matter';
import { didYouMean } from './nearest';
import type { Country, Problem } from './scenario';

const words = ['title', 'summary', 'date', 'edition', 'language', 'fiction', 'licence'] as const;
const lists = ['aims', 'authors', 'parts', 'sides', 'labels'] as const;

/** What a scenario's front matter declares. */
export type Declared = Record<(typeof words)[number], string> &
	Record<(typeof lists)[number], string[]> & { countries: Country[] };

type Report = (level: Problem['level'], line: number, message: string, hint: string) => void;

function wordOf(value: Written | undefined): string | undefined {
	return value === undefined || typeof value === 'string' ? (value ?? '') : undefined;
}

function listOf(value: Written | undefined): string[] | undefined {
	if (value === undefined || value === '') return [];
	if (typeof value === 'string') return [value];
	if (!Array.isArray(value)) return undefined;
	return value.every((each) => typeof each === 'string' && each !== '')
		? (value as string[])
		: undefined;
}

function countriesOf(value: Written | undefined, line: number, report: Report): Country[] {
	if (value === undefined || value === '') return [];
	if (!(value instanceof Map)) {
		report('advice', line, '"countries" gives no letters.', 'Write countries: { A: KE, B: SO }.');
		return [];
	}
	return [...value].flatMap(([letter, written]) => {
		const code = typeof written === 'string' ? countryCode(written) : undefined;
		if (!/^[A-Z]$/.test(letter))
			report(
				'advice',
				line,
				`"${letter}" is no letter for a country.`,
				'Use one capital letter: A, B, C.'
			);
		else if (code === undefined)
			report(
				'advice',
				line,
				`"${String(written)}" is no country code.`,
				didYouMean(String(written), countryCodes, 'Use two letters of ISO 3166, such as KE.')
			);
		else return [{ letter, code, name: countryName(code) ?? code }];
		return [];
	});
}

/** Reads the front matter's keys; unknown ones and values of a wrong shape are reported. */
export function declared(
	values: ReadonlyMap<string, Written>,
	lines: ReadonlyMap<string, number>,
	report: Report
): Declared {
	const known: readonly string[] = [...words, ...lists, 'countries'];
	for (const [key, line] of lines)
		if (!known.includes(key))
			report(
				'advice',
				line,
				`"${key}" is no key of the front matter.`,
				didYouMean(key, known, 'Leave it out.')
			);
	const line = (key: string) => lines.get(key) ?? 1;
	const word = (key: string): string => {
		const value = wordOf(values.get(key));
		if (value === undefined)
			report('advice', line(key), `"${key}" is not a line of text.`, `Write ${key}: "…".`);
		return value ?? '';
	};
	const list = (key: string): string[] => {
		const value = listOf(values.get(key));
		if (value === undefined)
			report('advice', line(key), `"${key}" is not a list of words.`, `Write ${key}: [one, two].`);
		return [...new Set(value ?? [])];
	};
	return {
		...(Object.fromEntries(words.map((key) => [key, word(key)])) as Record<
			(typeof words)[number],
			string
		>),
		...(Object.fromEntries(lists.map((key) => [key, list(key)])) as Record<
			(typeof lists)[number],
			string[]
		>),
		countries: countriesOf(values.get('countries'), line('countries'), report)
	};
}

/** Replaces `{A}` by the English name of the country that has this letter. */
export function fill(text: string, countries: readonly Country[]): string {
	return text.replace(
		/\{([A-Z])\}/g,
		(whole, letter: string) => countries.find((each) => each.letter === letter)?.name ?? whole
	);
}
