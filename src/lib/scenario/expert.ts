import { report, setAside, type Desk } from './desk';
import { didYouMean } from './nearest';
import { seal } from './reveal';
import type { ExpertLine, Need } from './scenario';
import { textOf, type Piece, type Section } from './sections';

function lineOf(raw: string, line: number, desk: Desk): ExpertLine | undefined {
	const text = raw
		.trim()
		.replace(/^[-*+]\s+/, '')
		.replace(/\s*\n\s*/g, ' ');
	const [, pitfall, tool = '', why = ''] =
		/^(pitfall:?\s+)?([^:\s]*)\s*(?::\s*(.*))?$/.exec(text) ??
		/^(pitfall:?\s+)?(\S*)\s*(.*)$/.exec(text) ??
		[];
	if (desk.tools.has(tool)) return { tool, pitfall: pitfall !== undefined, why: seal(why) };
	report(
		desk,
		'sealed',
		line,
		`"${tool.slice(0, 60)}" is no tool of the toolbox.`,
		didYouMean(
			tool,
			desk.tools.keys(),
			'Under Expert the list names tools: "- tool-id: why". An ordinary list follows a sentence.'
		)
	);
	setAside(desk, line, raw);
	return undefined;
}

/** The list directly under `### Expert`, and the prose around it. */
function parts(own: readonly Piece[], desk: Desk): { lines: ExpertLine[]; prose: string } {
	const at = own.findIndex(({ token }) => token.type !== 'space');
	const head = own[at];
	if (head?.token.type !== 'list') return { lines: [], prose: textOf(own) };
	const lines: ExpertLine[] = [];
	let { line } = head;
	for (const item of head.token.items) {
		const read = lineOf(item.raw, line, desk);
		if (read) lines.push(read);
		line += item.raw.split('\n').length - 1;
	}
	return { lines, prose: textOf(own.slice(at + 1)) };
}

/**
 * Reads `### Expert`: the list directly under it names tools, or `pitfall` and a tool, each with
 * its reason. A line with an unknown tool is reported, and nobody will see it but facilitators.
 */
export function expertOf(
	sections: readonly Section[],
	desk: Desk
): Pick<Need, 'expert' | 'expertText'> {
	const read = sections.map(({ own }) => parts(own, desk));
	return {
		expert: read.flatMap(({ lines }) => lines),
		expertText: seal(
			read
				.map(({ prose }) => prose)
				.join('\n\n')
				.trim()
		)
	};
}
