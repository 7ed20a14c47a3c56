import { HeadingLevel, LeaderType, TableOfContents, type FileChild } from 'docx';
import { caseOf, leftOutOf, placeAndDates, takenAt, voteOf } from '../head';
import type { Results } from '../results';
import { said, type Setting } from './text';

/** The session's particulars, and what the document holds. */
export function about(results: Results, setting: Setting): FileChild[] {
	const { names, words } = setting;
	const { workshop, delegations } = results;
	const people = delegations.map(({ name, people }) => `${name} ${people}`).join(', ');
	const lines = [
		[workshop.title, ...placeAndDates(workshop, words)].join(', '),
		people,
		caseOf(results, words),
		takenAt(results, words),
		voteOf(results, words),
		leftOutOf(results, names, words)
	];
	return [
		said(words.heads.about, setting, {
			heading: HeadingLevel.HEADING_1,
			pageBreakBefore: !results.leftOut?.includes('roadmap')
		}),
		...lines.filter(Boolean).map((line) => said(line, setting)),
		said(words.heads.contents, setting, { style: 'TOCHeading', keepNext: true }),
		new TableOfContents(words.heads.contents, {
			hyperlink: true,
			headingStyleRange: '1-2',
			tabLeader: LeaderType.NONE
		})
	];
}
