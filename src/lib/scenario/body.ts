import { agendaOf } from './agenda';
import { checkSealed, openable, report, sealSection, setAside, type Desk } from './desk';
import { exerciseOf, sealUnder, withoutOrphans } from './exercise';
import { headingOf, type Heading } from './heading';
import { slug as idFrom } from './ids';
import { seal } from './reveal';
import type { Exercise, Scenario } from './scenario';
import { textOf, type Section } from './sections';
import { settings } from './settings';
import { slips } from './slips';

/** The open text of `# Situation`: empty when anything in it is not understood. */
function situationOf(section: Section, desk: Desk): string {
	const { faults, rest } = settings(section.own, [], 'Situation');
	const troubles = [...faults, ...slips(rest)];
	sealUnder(section, 'Situation', desk);
	if (troubles.length === 0) return textOf(section.own);
	for (const { line, message, hint } of troubles) report(desk, 'sealed', line, message, hint);
	setAside(desk, section.line, `${section.raw}\n\n${textOf(section.own)}`);
	return '';
}

/** Text before the first heading, and blocks that stand under none. */
function readHead(root: Section, desk: Desk): Section | undefined {
	const text = textOf(root.own);
	if (text) {
		const line = root.own.find(({ token }) => token.type !== 'space')?.line ?? root.line;
		report(
			desk,
			'sealed',
			line,
			'Text stands before the first heading.',
			'Write "# Situation" above it.'
		);
		setAside(desk, line, text);
		checkSealed(desk, root);
	}
	const loose = root.under.filter(({ level }) => level === 2);
	for (const section of root.under)
		if (section.level === 3) {
			const heading = headingOf(section, desk);
			if (heading)
				sealSection(
					desk,
					section,
					`"${heading.word}" stands under nothing.`,
					'Move it under a need, a question or an exercise.'
				);
		}
	const line = loose[0]?.line ?? 1;
	return loose.length ? { level: 1, line, raw: '', heading: '', own: [], under: loose } : undefined;
}

/** What stands under the headings of a document. */
export type Body = Pick<Scenario, 'situation' | 'agenda' | 'exercises' | 'debrief' | 'facilitator'>;

/**
 * Reads the sections of level one.
 * @param title of the scenario, for an exercise that the author did not name
 */
export function bodyOf(root: Section, title: string, desk: Desk): Body {
	const exercises: Exercise[] = [];
	const once = new Map<string, Section>();
	const notes: Record<'Debrief' | 'Facilitator', string[]> = { Debrief: [], Facilitator: [] };
	let situation = '';
	const loose = readHead(root, desk);
	const unnamed: Heading = { word: 'Exercise', title, id: idFrom(title) || 'exercise' };
	if (loose) exercises.push(exerciseOf(loose, unnamed, desk));
	for (const section of root.under.filter(({ level }) => level === 1)) {
		const heading = headingOf(section, desk);
		if (!heading) continue;
		const { word } = heading;
		if (word === 'Exercise') exercises.push(exerciseOf(section, heading, desk));
		else if (word === 'Debrief' || word === 'Facilitator') {
			sealUnder(section, word, desk);
			if (word === 'Facilitator') checkSealed(desk, section);
			else if (!openable(desk, section)) continue;
			notes[word].push(textOf(section.own));
		} else if (once.has(word))
			sealSection(desk, section, `"# ${word}" stands here a second time.`, 'Join the two.');
		else {
			once.set(word, section);
			if (word === 'Situation') situation = situationOf(section, desk);
			else sealUnder(section, word, desk);
		}
	}
	const sound = withoutOrphans(exercises, root, desk);
	return {
		situation: { open: situation },
		exercises: sound,
		agenda: agendaOf(once.get('Agenda'), sound, desk),
		debrief: seal(notes.Debrief.join('\n\n')),
		facilitator: seal(notes.Facilitator.join('\n\n'))
	};
}
