import { caseOf, leftOutOf, placeAndDates, takenAt } from './head';
import { debriefMarkdown } from './markdown-debrief';
import { plenaryMarkdown, roadmapMarkdown } from './markdown-plenary';
import { teamMarkdown } from './markdown-team';
import type { Names } from './names';
import { plain } from './plain';
import type { Results } from './results';
import type { Words } from './words';

/**
 * The results as Markdown that reads well anywhere. What people wrote is escaped: it cannot
 * become a heading, a table or HTML.
 */
export function resultsMarkdown(results: Results, names: Names, words: Words): string {
	const lines = [
		`# ${plain(results.workshop.title)}`,
		placeAndDates(results.workshop, words).map(plain).join(' · '),
		plain(`${takenAt(results, words)} ${caseOf(results, words)}`),
		plain(leftOutOf(results, names, words)),
		...roadmapMarkdown(results, names, words),
		...plenaryMarkdown(results, names, words),
		...debriefMarkdown(results, names, words),
		...results.teams.flatMap((team) => teamMarkdown(team, results, names, words))
	];
	return `${lines.filter(Boolean).join('\n\n')}\n`;
}
