import { agendaOf } from './agenda';
import { checkSealed, openable, report, sealSection, setAside, type Desk } from './desk';
import { declared, fill, type Declared } from './declared';
import { exerciseOf, sealUnder, withoutOrphans } from './exercise';
import { frontMatter } from './front-matter';
import { headingOf, type Heading } from './heading';
import { slug as idFrom, splitId } from './ids';
import { linksIn, targetOf } from './links';
import { seal } from './reveal';
import type { Exercise, Files, Problem, Reading, Scenario, Tool } from './scenario';
import { sections, textOf, type Section } from './sections';
import { settings } from './settings';
import { slips } from './slips';
import { source } from './source';
import { readTool } from './toolbox';

const DOCUMENT = 'scenario.md';

/** A reading with what `check --fix` needs. */
export interface FullReading extends Reading {
	/** Headings and options without an id, by line, with the one made for them. */
	missing: { line: number; id: string }[];
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The scenario's own cards, then those of `shipped` that it lacks. */
function toolsOf(files: Files, shipped: ReadonlyMap<string, Tool>, problems: Problem[]) {
	const tools = new Map<string, Tool>();
	for (const [path, bytes] of files) {
		const id = /^toolbox\/([^/]+)\.md$/.exec(path)?.[1];
		if (id === undefined) continue;
		const read = readTool(id, bytes, path);
		problems.push(...read.problems);
		if (read.tool) tools.set(id, read.tool);
	}
	const own = new Set(tools.keys());
	for (const [id, tool] of shipped) if (!own.has(id)) tools.set(id, tool);
	return { tools, own };
}

/** Ids of injects, from their headings alone: what comes first in a document may name what comes later. */
function injectIds(root: Section): Set<string> {
	const all = (section: Section): Section[] => [section, ...section.under.flatMap(all)];
	return new Set(
		all(root).flatMap(({ level, heading }) => {
			const { text, id } = splitId(heading);
			const title = /^Inject\s*:\s*(.+)$/.exec(text)?.[1];
			return level === 2 && title ? [id ?? idFrom(title)] : [];
		})
	);
}

/** Files that are missing, pictures from elsewhere, links that lead nowhere. */
function checkLinks(body: string, line: number, desk: Desk): void {
	for (const { picture, href, line: at } of linksIn(body, line)) {
		const target = targetOf(href);
		const shown = href.slice(0, 60);
		if (target.kind === 'file' && !desk.files.has(target.path))
			report(
				desk,
				'advice',
				at,
				`There is no file "${shown}".`,
				"Put it into the scenario's folder."
			);
		else if (target.kind === 'none')
			report(
				desk,
				'advice',
				at,
				`The link "${shown}" leads nowhere.`,
				'Link a web address, or a file beside the document.'
			);
		else if (target.kind === 'web' && picture)
			report(
				desk,
				'advice',
				at,
				`The picture "${shown}" is not in the scenario's folder, and is not shown.`,
				'Copy it beside the document.'
			);
	}
}

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

type Body = Pick<Scenario, 'situation' | 'agenda' | 'exercises' | 'debrief' | 'facilitator'>;

/** Reads the sections of level one. */
function bodyOf(root: Section, title: string, desk: Desk): Body {
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

/** The cards a case may use: its own, those of its countries or of none, those its expert names. */
function toolsFor(
	{ countries, exercises }: Scenario,
	tools: ReadonlyMap<string, Tool>,
	own: Set<string>
) {
	const needs = exercises.flatMap(({ items }) => items).filter((item) => item.kind === 'need');
	const codes = new Set([
		...countries.map(({ code }) => code),
		...needs.map(({ heldIn }) => heldIn)
	]);
	const named = new Set(needs.flatMap(({ expert }) => expert.map(({ tool }) => tool)));
	return [...tools.values()].filter(
		(tool) =>
			own.has(tool.id) ||
			named.has(tool.id) ||
			tool.countries.length === 0 ||
			tool.countries.some((code) => codes.has(code))
	);
}

/** Like {@link readScenario}, with the ids that the document lacks. */
export function readFully(
	slug: string,
	files: Files,
	shipped: ReadonlyMap<string, Tool>
): FullReading {
	const problems: Problem[] = [];
	const say = (level: Problem['level'], line: number, message: string, hint: string) =>
		void problems.push({ file: DOCUMENT, line, message, hint, level });
	const { tools, own } = toolsOf(files, shipped, problems);
	for (const path of files.keys())
		if (/^scenario\.[A-Za-z-]{2,12}\.md$/.test(path))
			problems.push({
				file: path,
				line: 1,
				message: 'Translations are not yet supported.',
				hint: 'Leave the file for a later version; nobody is shown it.',
				level: 'sealed'
			});
	const end = (
		title: string,
		scenario?: Scenario,
		missing: FullReading['missing'] = []
	): FullReading => {
		problems.sort((a, b) => order(a.file, b.file) || a.line - b.line);
		const usable = scenario && !problems.some(({ level }) => level === 'unusable');
		return {
			slug,
			title: title || slug,
			scenario: usable ? scenario : undefined,
			tools: scenario ? toolsFor(scenario, tools, own) : [],
			problems,
			missing
		};
	};
	const bytes = files.get(DOCUMENT);
	if (!bytes) {
		say(
			'unusable',
			1,
			'The folder has no scenario.md.',
			'Write one, or move the folder elsewhere.'
		);
		return end('');
	}
	const read = source(bytes);
	if (!read.ok) {
		say('unusable', read.line, read.message, read.hint);
		return end('');
	}
	const front = frontMatter(read.text);
	if (!front.ok) {
		problems.push({ file: DOCUMENT, ...front.problem });
		return end('');
	}
	const { values, lines, body: written, bodyLine } = front.front;
	const found: Declared = declared(values, lines, say);
	const { countries } = found;
	const title = fill(found.title, countries);
	if (!title)
		say(
			'unusable',
			lines.get('title') ?? 1,
			'The scenario has no title.',
			'Write title: … in the front matter.'
		);
	const body = fill(written, countries);
	for (const [i, line] of body.split('\n').entries())
		for (const [letter] of line.matchAll(/\{[A-Z]\}/g))
			say(
				'advice',
				bodyLine + i,
				`${letter} stands for no country.`,
				'Declare it in the front matter: countries: { A: KE, B: SO }.'
			);
	const root = sections(body, bodyLine);
	const desk: Desk = {
		file: DOCUMENT,
		countries,
		parts: found.parts,
		sides: found.sides,
		injects: injectIds(root),
		tools,
		files,
		ids: new Map(),
		missing: [],
		problems,
		notUnderstood: []
	};
	const content = bodyOf(root, title || slug, desk);
	checkLinks(body, bodyLine, desk);
	if (content.exercises.length === 0)
		say(
			'unusable',
			1,
			'The scenario has nothing to work on.',
			'Write "# Exercise: Title" with a need or a question.'
		);
	desk.notUnderstood.sort((a, b) => a.line - b.line);
	const summary = fill(found.summary, countries);
	const { notUnderstood } = desk;
	return end(title, { slug, ...found, title, summary, ...content, notUnderstood }, desk.missing);
}

/**
 * Reads a scenario: everything that is wrong with it at once, each by file and line. What is
 * not understood is sealed, so that no slip of the hand shows a hidden text.
 * @param slug the folder's name
 * @param files `scenario.md`, the files beside it and the scenario's own `toolbox/*.md`
 * @param shipped further cards by id; the scenario's own win
 */
export function readScenario(
	slug: string,
	files: Files,
	shipped: ReadonlyMap<string, Tool>
): Reading {
	const { missing: _, ...reading } = readFully(slug, files, shipped);
	return reading;
}
