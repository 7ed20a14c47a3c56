import type { Results } from '../../src/lib/report/results';
import type { Fault } from './oracle';
import type { Sum } from './ledger';

/** `figures.json`: times from sender to team-mate in ms. */
export interface Figures extends Sum {
	people: number;
	/** Acknowledged edits that are missing somewhere. */
	lost: number;
	/** How often the server was killed, and links were cut. */
	kills: number;
	cuts: number;
}

/** @param faults of the oracle */
export function figuresOf(
	people: number,
	sum: Sum,
	faults: readonly Fault[],
	{ kills, cuts }: { kills: number; cuts: number }
): Figures {
	const lost = new Set(faults.flatMap((fault) => fault.edit ?? [])).size;
	return { people, ...sum, lost, kills, cuts };
}

/** What came of it, for somebody who reads the console. */
export function summary(figures: Figures, faults: readonly Fault[], results?: Results): string {
	const { sent, acknowledged, delivered, p50, p99, refused, lost, kills, cuts } = figures;
	return [
		...(results ? teamLines(results) : []),
		...(results ? [jointLine(results)] : []),
		'',
		`Edits made: ${sent}. Saved: ${acknowledged}. Reached every team-mate: ${delivered}. Refused: ${refused}.`,
		...(kills || cuts ? [`The server was killed: ${kills}. Links cut: ${cuts}.`] : []),
		`From writer to team-mate: half within ${p50} ms, 99 of 100 within ${p99} ms.`,
		...verdict(faults, lost)
	].join('\n');
}

function jointLine(results: Results): string {
	const sources = results.joint.reduce((sum, one) => sum + one.sources.length, 0);
	const merged = results.joint.filter((one) => one.merged);
	return `Recommendations: ${sources}. Merged into joint ones: ${merged.length}.`;
}

function teamLines({ teams }: Results): string[] {
	const rows = teams.map(({ name, members, choices, answers, recommendations }) => [
		name,
		String(members.length),
		String(new Set(choices.filter((one) => one.reason).map((one) => one.need)).size),
		String(choices.length),
		String(answers.length),
		String(recommendations.length)
	]);
	const head = ['Team', 'People', 'Needs with reasons', 'Tools', 'Answers', 'Recommendations'];
	const widths = head.map((word, at) =>
		Math.max(word.length, ...rows.map((row) => row[at]?.length ?? 0))
	);
	return [head, ...rows].map((row) =>
		row
			.map((cell, at) => (at ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
			.join('  ')
	);
}

/** The longest list of faults that still helps. */
const SHOWN = 20;

function verdict(faults: readonly Fault[], lost: number): string[] {
	if (!faults.length) return ['Nothing that was saved is missing.'];
	const more = faults.length - SHOWN;
	return [
		`Saved and then missing: ${lost}. Rules broken: ${faults.length}.`,
		...faults.slice(0, SHOWN).map(({ rule, what }) => `  ${rule}: ${what}`),
		...(more > 0 ? [`  … and ${more} more`] : [])
	];
}
