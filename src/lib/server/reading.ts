import { join } from 'node:path';
import { readTerm, type Term } from '../scenario/glossary';
import { readFully, type FullReading } from '../scenario/read';
import type { Problem, Tool } from '../scenario/scenario';
import { readTool } from '../scenario/toolbox';
import { readFolder, readToolbox, type Folder } from './files';

/** Cards by id, with what is wrong with their files. */
export interface Toolbox {
	tools: Map<string, Tool>;
	problems: Problem[];
}

/** Reads the cards of one folder. */
export async function toolboxAt(path: string): Promise<Toolbox> {
	const tools = new Map<string, Tool>();
	const problems: Problem[] = [];
	for (const [id, bytes] of await readToolbox(path)) {
		const read = readTool(id, bytes, `${id}.md`);
		problems.push(...read.problems);
		if (read.tool) tools.set(id, read.tool);
	}
	return { tools, problems };
}

/** Entries of the glossary by id, with what is wrong with their files. */
export interface Glossary {
	terms: Map<string, Term>;
	problems: Problem[];
}

/** Reads the glossary of one folder. */
export async function glossaryAt(path: string): Promise<Glossary> {
	const terms = new Map<string, Term>();
	const problems: Problem[] = [];
	for (const [id, bytes] of await readToolbox(path)) {
		const read = readTerm(id, bytes, `${id}.md`);
		problems.push(...read.problems);
		if (read.term) terms.set(id, read.term);
	}
	return { terms, problems };
}

/**
 * The cards that every scenario of a folder may use: those of its `toolbox`, then those that
 * come with the program.
 * @param root the scenarios folder
 * @param program the scenarios folder that comes with the program
 */
export async function shippedTools(root: string, program: string): Promise<Map<string, Tool>> {
	const [own, theirs] = [
		await toolboxAt(join(root, 'toolbox')),
		await toolboxAt(join(program, 'toolbox'))
	];
	return new Map([...theirs.tools, ...own.tools]);
}

/** Reads one scenario from its folder. A folder that cannot be read is a problem of that scenario alone. */
export async function readingAt(
	{ slug, path }: Folder,
	shipped: ReadonlyMap<string, Tool>
): Promise<FullReading> {
	try {
		return readFully(slug, await readFolder(path), shipped);
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		const hint = 'Take out what does not belong to the scenario, and see that it may be read.';
		const problem: Problem = { file: 'scenario.md', line: 1, message, hint, level: 'unusable' };
		return { slug, title: slug, tools: [], problems: [problem], missing: [] };
	}
}
