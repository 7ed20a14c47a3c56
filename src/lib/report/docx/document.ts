import {
	AlignmentType,
	Document,
	Footer,
	Header,
	Packer,
	PageNumber,
	Paragraph,
	TextRun,
	type FileChild
} from 'docx';
import { placeAndDates } from '../head';
import { namesFrom, type NameTables } from '../names';
import type { Results } from '../results';
import type { Words } from '../words';
import { about } from './about';
import { annex } from './annex';
import { agreement, owned, participation } from './counts';
import { debrief } from './debrief';
import { joint } from './joint';
import { roadmap } from './roadmap';
import { styles } from './styles';
import { PAGE } from './table';
import { teams } from './teams';
import { clean, said, type Setting } from './text';

/** The results as a Word document: the roadmap to be signed first, then the record of the workshop. */
export async function resultsDocx(
	results: Results,
	tables: NameTables,
	words: Words
): Promise<Uint8Array<ArrayBuffer>> {
	const setting = { words, names: namesFrom(tables), dots: new Map<string, Uint8Array>() };
	const title = clean(results.workshop.title);
	const children: FileChild[] = [
		...roadmap(results, setting),
		...about(results, setting),
		...joint(results, setting),
		...owned(results, setting),
		...agreement(results, setting),
		...participation(results, setting),
		...debrief(results, setting),
		...teams(results, [...tables.items.keys()], setting),
		...annex(results, setting),
		said('', setting) // Word wants a paragraph after the last table
	];
	const { width, height, margin } = PAGE;
	const file = await Packer.toArrayBuffer(
		new Document({
			title,
			creator: 'Baraza',
			// none is known before Word lays out the pages; with this it does not ask to fill them in
			pageNumbers: () => ({ bookmarks: new Map() }),
			styles: styles(words.language),
			sections: [
				{
					properties: {
						page: {
							size: { width, height },
							margin: { top: 1300, bottom: 1300, left: margin, right: margin }
						}
					},
					headers: { default: header(results, setting) },
					footers: { default: footer(setting) },
					children
				}
			]
		})
	);
	return new Uint8Array(file);
}

function header({ workshop }: Results, setting: Setting): Header {
	const line = [workshop.title, ...placeAndDates(workshop, setting.words)].join(', ');
	return new Header({ children: [said(line, setting, { style: 'Second' })] });
}

/** Page so-and-so of so many: fields, which Word counts. */
function footer({ words }: Setting): Footer {
	const fields: Record<string, string> = {
		'{page}': PageNumber.CURRENT,
		'{pages}': PageNumber.TOTAL_PAGES
	};
	const children = words.sentences.page.split(/(\{\w+\})/).map((text) => fields[text] ?? text);
	const page = new Paragraph({
		style: 'Second',
		alignment: AlignmentType.RIGHT,
		...(words.rtl && { bidirectional: true }),
		children: [new TextRun({ children, ...(words.rtl && { rightToLeft: true }) })]
	});
	return new Footer({ children: [page] });
}
