/** Edits (insert, delete, replace, swap of neighbours) that make `b` of `a`: optimal string alignment. */
export function distance(a: string, b: string): number {
	const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1] ? 0 : 1;
			let least = Math.min(
				(rows[i - 1]?.[j] ?? 0) + 1,
				(row[j - 1] ?? 0) + 1,
				(rows[i - 1]?.[j - 1] ?? 0) + same
			);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
				least = Math.min(least, (rows[i - 2]?.[j - 2] ?? 0) + 1);
			row.push(least);
		}
		rows.push(row);
	}
	return rows[a.length]?.[b.length] ?? 0;
}

/** The word of a list that somebody most likely meant, or undefined when none is near. */
export function nearest(word: string, words: Iterable<string>): string | undefined {
	const typed = word.slice(0, 80).toLowerCase();
	let best: string | undefined;
	let least = Math.max(1, Math.floor(typed.length / 3)) + 1;
	for (const candidate of words) {
		if (Math.abs(candidate.length - typed.length) >= least) continue;
		const edits = distance(typed, candidate.toLowerCase());
		if (edits < least) [best, least] = [candidate, edits];
	}
	return best;
}

/** `Did you mean "…"?`, or what else to do when nothing is near. */
export function didYouMean(word: string, words: Iterable<string>, otherwise: string): string {
	const meant = nearest(word, words);
	return meant === undefined ? otherwise : `Did you mean "${meant}"?`;
}
