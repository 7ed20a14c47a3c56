import { report, setAside, type Desk } from './desk';
import { didYouMean } from './nearest';
import type { AgendaLine, Exercise, StageKind } from './scenario';
import { wholeOf, type Section } from './sections';
import { slips } from './slips';

/** Minutes of an exercise in a scenario without an agenda. */
const USUAL = 45;

const kinds: [RegExp, StageKind][] = [
	[/^presentations?\b/i, 'presentations'],
	[/^plenary\b/i, 'plenary'],
	[/^debrief\b/i, 'debrief'],
	[/^evaluation\b/i, 'evaluation'],
	[/\bbreak\b|^(?:lunch|tea|coffee|dinner|prayers?)\b/i, 'break']
];

/** `60-90`, `60–90 min` or `20` as the shorter and the longer end. */
export function span(written: string): { atLeast: number; minutes: number } | undefined {
	const [, from, to = from] =
		/^(\d{1,4})(?:\s*(?:-|–|—|to)\s*(\d{1,4}))?(?:\s*(?:minutes?|min\.?))?$/.exec(written.trim()) ??
		[];
	if (from === undefined || to === undefined || Number(to) < Number(from)) return undefined;
	return { atLeast: Number(from), minutes: Number(to) };
}

function lineOf(
	[written = '', step = '']: string[],
	line: number,
	exercises: readonly Exercise[],
	desk: Desk
): AgendaLine | undefined {
	const time = span(written);
	if (!time || !step) {
		report(
			desk,
			'advice',
			line,
			time ? 'The step has no words.' : `"${written.slice(0, 40)}" is no number of minutes.`,
			'Write a row like "| 60-90 | Exercise: Title |".'
		);
		return undefined;
	}
	const droppable = /\(may be dropped\)/i.test(step);
	const title = step.replace(/\s*\(may be dropped\)\s*/i, ' ').trim();
	const base = { ...time, title, droppable };
	const [, name] = /^exercise\s*:\s*(.+)$/i.exec(title) ?? [];
	if (name === undefined)
		return { ...base, kind: kinds.find(([word]) => word.test(title))?.[1] ?? 'talk' };
	const same = (a: string) => a.toLowerCase() === name.toLowerCase();
	const exercise = exercises.find((each) => same(each.title) || same(each.id));
	if (exercise) return { ...base, title: exercise.title, kind: 'exercise', exercise: exercise.id };
	report(
		desk,
		'advice',
		line,
		`The agenda names an exercise "${name.slice(0, 60)}", and there is none.`,
		didYouMean(
			name,
			exercises.map((each) => each.title),
			'Use the title of its heading.'
		)
	);
	return { ...base, kind: 'talk' };
}

/** Without an agenda: one line for each exercise. */
function usual(exercises: readonly Exercise[]): AgendaLine[] {
	return exercises.map(({ id, title }) => ({
		minutes: USUAL,
		atLeast: USUAL,
		title,
		kind: 'exercise',
		exercise: id,
		droppable: false
	}));
}

/** Reads the table under `# Agenda`; its first two columns are minutes and step. */
export function agendaOf(
	section: Section | undefined,
	exercises: readonly Exercise[],
	desk: Desk
): AgendaLine[] {
	if (!section) return usual(exercises);
	const table = section.own.find(({ token }) => token.type === 'table');
	const other = section.own.filter((piece) => piece !== table && piece.token.type !== 'space');
	const troubles = slips(section.own).filter(({ kind }) => kind === 'heading' || kind === 'html');
	for (const { line, message, hint } of troubles) report(desk, 'sealed', line, message, hint);
	if (troubles.length) {
		setAside(desk, section.line, wholeOf({ ...section, under: [] }));
		return usual(exercises);
	}
	for (const { raw, line } of other) {
		report(
			desk,
			'sealed',
			line,
			'Under # Agenda only the table is read.',
			'Move this to # Situation or # Facilitator.'
		);
		setAside(desk, line, raw);
	}
	if (table?.token.type !== 'table') {
		report(
			desk,
			'advice',
			section.line,
			'The agenda has no table.',
			'Write a table with the columns Minutes and Step.'
		);
		return usual(exercises);
	}
	const rows: { text: string }[][] = table.token.rows;
	const lines = rows.flatMap((row, i) => {
		const cells = row.map(({ text }) => text.trim());
		return lineOf(cells, table.line + 2 + i, exercises, desk) ?? [];
	});
	for (const { id, title } of exercises)
		if (!lines.some(({ exercise }) => exercise === id))
			report(
				desk,
				'advice',
				section.line,
				`The agenda leaves out the exercise "${title}".`,
				`Add a row "| 45 | Exercise: ${title} |".`
			);
	return lines;
}
