import { bodyOf } from './body';
import { declared, fill, type Declared } from './declared';
import type { Desk } from './desk';
import { frontMatter } from './front-matter';
import { injectIds } from './papers';
import { checkLinks } from './references';
import type { Files, Problem, Reading, Scenario, Tool } from './scenario';
import { sections } from './sections';
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
		for (const letter of new Set(line.match(/\{[A-Z]\}/g)))
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
	checkLinks(root, desk);
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
