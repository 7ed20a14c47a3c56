import { report, type Desk } from './desk';
import { linksIn, targetOf } from './links';
import type { Section } from './sections';

/** Files that are missing, pictures from elsewhere, links that lead nowhere. */
export function checkLinks({ own, under }: Section, desk: Desk): void {
	for (const section of under) checkLinks(section, desk);
	for (const { picture, href, line: at } of linksIn(own)) {
		const target = targetOf(href);
		const shown = href.slice(0, 60);
		if (target.kind === 'file' && !desk.files.has(target.path))
			report(
				desk,
				'advice',
				at,
				`There is no file "${shown}".`,
				"Put it into the scenario's folder."
			);
		else if (target.kind === 'none')
			report(
				desk,
				'advice',
				at,
				`The link "${shown}" leads nowhere.`,
				'Link a web address, or a file beside the document.'
			);
		else if (target.kind === 'web' && picture)
			report(
				desk,
				'advice',
				at,
				`The picture "${shown}" is not in the scenario's folder, and is not shown.`,
				'Copy it beside the document.'
			);
	}
}
