/** Direction marks, joiners without effect, soft hyphens: they change what is seen and compare as different. */
const HIDDEN = /[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;

/**
 * A cell's value as it is kept: on one line, without hidden characters and space around it. Joiners
 * that Arabic and Persian spelling needs stay.
 */
export function clean(cell: string): string {
	return (
		cell
			// Control characters and all kinds of line ends.
			.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
			// eslint-disable-next-line no-control-regex
			.replace(/[\u0000-\u001F\u007F-\u009F]/g, '')
			.replace(HIDDEN, '')
			.trim()
	);
}

/**
 * Splits a cell of languages.
 * @param cell e.g. `Somali; English` or `Kiswahili na Kiingereza`
 * @returns e.g. `['Somali', 'English']`, each once
 */
export function readLanguages(cell: string): string[] {
	const parts = cell
		.split(/[;,/|+&،؛]|\s(?:and|na|iyo|et|و)\s/iu)
		.map((part) => part.trim())
		.filter(Boolean);
	const known = new Set<string>();
	return parts.filter((part) => {
		const word = part.toLowerCase();
		return !known.has(word) && known.add(word);
	});
}
