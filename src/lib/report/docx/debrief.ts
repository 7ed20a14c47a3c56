import { HeadingLevel, type FileChild } from 'docx';
import { verdictFacts } from '../debrief-results';
import type { Results } from '../results';
import { said, type Setting } from './text';

/** What the teams kept and revised once they had seen the expert's view, need by need. */
export function debrief({ debrief: verdicts }: Results, setting: Setting): FileChild[] {
	if (!verdicts.length) return [];
	const { words, names } = setting;
	return [
		said(words.debrief.title, setting, { heading: HeadingLevel.HEADING_1 }),
		...[...Map.groupBy(verdicts, ({ need }) => need)].flatMap(([need, all]) => [
			said(names.item(need), setting, { heading: HeadingLevel.HEADING_3 }),
			...all.map((one) => {
				const facts = verdictFacts(one, names, words).join(' · ');
				return said(`${one.team}: ${facts}`, setting, { bullet: { level: 0 } });
			})
		])
	];
}
