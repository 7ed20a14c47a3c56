// Counts the votes of a workshop again from its log (log.csv), for every item of its newest vote.
// Shares nothing with the program: whoever doubts a result can read it and run it by hand.
//   node tests/live/recount.mjs LOG.csv

/** @param {string} text */
function rows(text) {
	const all = [[]];
	let cell = '';
	let quoted = false;
	for (let i = 0; i < text.length; i++) {
		const char = text[i];
		if (quoted && char === '"' && text[i + 1] === '"') cell += text[++i];
		else if (char === '"') quoted = !quoted;
		else if (!quoted && (char === ',' || char === '\n')) {
			all.at(-1).push(cell.replace(/\r$/, ''));
			cell = '';
			if (char === '\n') all.push([]);
		} else cell += char;
	}
	return all;
}

/** @param {string} log @returns {Record<string, { total: object, byDelegation: Record<string, object> }>} */
export function recount(log) {
	const [head, ...lines] = rows(log.replace(/^\ufeff/, ''));
	const at = (name) => head.indexOf(name);
	let votes = new Map();
	for (const line of lines) {
		const what = line[at('what')];
		if (line[at('kind')] !== 'step') continue;
		const data = line[at('added')] ? JSON.parse(line[at('added')]) : {};
		if (what === 'vote-opened') votes = new Map();
		if (what === 'vote-widened')
			for (const { item } of data.items)
				for (const [key, vote] of votes) if (vote.item === item) votes.delete(key);
		if (what === 'vote-cast' && data.vote) votes.set(data.vote, data);
	}
	const counted = {};
	for (const { item, group, stance, dots } of votes.values()) {
		const said = stance ?? (dots > 0 ? 'support' : null);
		if (!said) continue;
		const none = () => ({ support: 0, accept: 0, object: 0 });
		counted[item] ??= { total: none(), byDelegation: {} };
		counted[item].total[said]++;
		if (group) (counted[item].byDelegation[group] ??= none())[said]++;
	}
	return counted;
}

if (process.argv[2]?.endsWith('.csv')) {
	const { readFileSync } = await import('node:fs');
	console.log(JSON.stringify(recount(readFileSync(process.argv[2], 'utf8')), null, 2));
}
