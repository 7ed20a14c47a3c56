/** One line of text in which no character means anything to Markdown or HTML. */
export function plain(text: string): string {
	return text
		.replace(/\s+/g, ' ')
		.trim()
		.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&')
		.replace(/^([-+]|\d+[.)])(?=\s)/, '\\$1');
}

/** Rows as a table of Markdown. @param rows with the head first; cells are plain already */
export function markdownTable([head = [], ...rows]: string[][]): string {
	const row = (cells: string[]) => `| ${cells.join(' | ')} |`;
	return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}
