import { verdictFacts } from './debrief-results';
import type { Names } from './names';
import { plain } from './plain';
import type { Results } from './results';
import type { Words } from './words';

/** What the teams kept and revised once they had seen the expert's view, need by need. */
export function debriefMarkdown({ debrief }: Results, names: Names, words: Words): string[] {
	if (!debrief.length) return [];
	return [
		`## ${words.debrief.title}`,
		...[...Map.groupBy(debrief, ({ need }) => need)].flatMap(([need, said]) => [
			`### ${plain(names.item(need))}`,
			said
				.map((one) => {
					const facts = verdictFacts(one, names, words).map(plain);
					return `- ${[`**${plain(one.team)}**`, ...facts].join(' — ')}`;
				})
				.join('\n')
		])
	];
}
