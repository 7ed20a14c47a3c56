import { LineCounter, isMap, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { Problem } from './scenario';

/** A value of front matter: every scalar is the text as written, so `1.10` stays `1.10`. */
export type Written = string | Written[] | Map<string, Written>;

/** The front matter of a Markdown file, and what stands under it. */
export interface FrontMatter {
	values: Map<string, Written>;
	/** Line in the file of each top-level key. */
	lines: Map<string, number>;
	body: string;
	/** Line in the file on which `body` begins. */
	bodyLine: number;
}

export type ReadFrontMatter =
	{ ok: true; front: FrontMatter } | { ok: false; problem: Omit<Problem, 'file'> };

const LARGEST = 64 * 1024;
const BRACKETS = 400;

function refuse(line: number, message: string, hint: string): ReadFrontMatter {
	return { ok: false, problem: { line, message, hint, level: 'unusable' } };
}

function written(node: unknown): Written {
	if (isMap(node))
		return new Map(
			node.items.map(({ key, value }) => [isScalar(key) ? String(key.value) : '', written(value)])
		);
	if (isSeq(node)) return node.items.map(written);
	return isScalar(node) && node.value !== null ? String(node.value).trim() : '';
}

/**
 * Reads the YAML between two lines `---` at the head of a file. Aliases and tags are refused:
 * no author needs them, and they can blow a small file up to any size.
 * @param text with `\n` line ends
 */
export function frontMatter(text: string): ReadFrontMatter {
	const head = /^---[ \t]*\n/.exec(text);
	if (!head)
		return refuse(
			1,
			'The file does not begin with front matter.',
			'Begin with a line ---, then title: and the rest, then a line ---.'
		);
	const end = /^(?:---|\.\.\.)[ \t]*(?:\n|$)/m.exec(text.slice(head[0].length));
	if (!end) return refuse(1, 'The front matter has no end.', 'Close it with a line ---.');
	const yaml = text.slice(head[0].length, head[0].length + end.index);
	if (yaml.length > LARGEST || (yaml.match(/[[{]|^\s*-\s+-/gm)?.length ?? 0) > BRACKETS)
		return refuse(2, 'The front matter is too long or too deep.', 'Keep to the listed keys.');
	const counter = new LineCounter();
	const before = head[0].length + end.index + end[0].length;
	const bodyLine = text.slice(0, before).split('\n').length;
	try {
		const document = parseDocument(yaml, {
			schema: 'failsafe',
			lineCounter: counter,
			prettyErrors: false,
			uniqueKeys: true
		});
		const wrong = document.errors[0] ?? document.warnings[0];
		// What is not closed is noticed at the end: the last line is then the nearest to it.
		const lineAt = (offset: number) => Math.min(counter.linePos(offset).line + 1, bodyLine - 2);
		if (wrong)
			return refuse(
				lineAt(wrong.pos[0]),
				`The front matter cannot be read: ${wrong.message.split('\n')[0]}.`.replace('..', '.'),
				'Write "key: value" on each line; put a value that contains ": " in quotes.'
			);
		if (!isMap(document.contents))
			return refuse(2, 'The front matter is no list of keys.', 'Write "title: …" on a line.');
		let aliases = false;
		visit(document, { Alias: () => void (aliases = true) });
		if (aliases) return refuse(2, 'The front matter uses YAML aliases.', 'Write the values out.');
		const lines = new Map<string, number>();
		for (const { key } of document.contents.items)
			if (isScalar(key)) lines.set(String(key.value), lineAt(key.range?.[0] ?? 0));
		const values = written(document.contents) as Map<string, Written>;
		return { ok: true, front: { values, lines, body: text.slice(before), bodyLine } };
	} catch {
		return refuse(2, 'The front matter cannot be read.', 'Write "key: value" on each line.');
	}
}
