import { beforeAll, describe, expect, test } from 'vitest';
import { reportWords } from '../../components/report-words';
import { unzipped, type Docx } from '../../../../tests/fixtures/read-files';
import { docxOf } from '../../../../tests/fixtures/written-files';
import { bigNames, bigResults, fewResults, SENTENCES } from '../../../../tests/fixtures/results';
import { only } from '../options';
import type { Results } from '../results';
import { resultsDocx } from './document';

const results = bigResults(20);
let docx: Docx;
let xml = '';

beforeAll(async () => {
	docx = await docxOf(results);
	xml = docx.parts.get('word/document.xml') ?? '';
}, 30_000);

const headings = (html: string) =>
	[...html.matchAll(/<h(\d)>(.*?)<\/h\d>/g)].map(
		([, level, text = '']) => `${level} ${text.replace(/<[^>]*>/g, '')}`
	);
/** Each paragraph of the file as XML. */
const paragraphs = (document: string) => document.match(/<w:p>.*?<\/w:p>/gs) ?? [];
const textOf = (paragraph: string) =>
	[...paragraph.matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>/gs)].map(([, text]) => text).join('');

describe('resultsDocx', () => {
	test('begins with the roadmap, then signatures, then the record', () =>
		expect(headings(docx.html).filter((one) => /^[12]/.test(one))).toEqual([
			'1 Joint roadmap',
			'2 Immediate  within 3 months',
			'2 Short term  3 to 12 months',
			'2 Medium term  1 to 3 years',
			'2 Long term  beyond 3 years',
			'2 Signed for the delegations',
			'1 About this workshop',
			'1 Joint recommendations and votes',
			'1 Recommendations by owner and horizon',
			'1 Agreement between the teams',
			'1 Who takes part',
			'1 After the expert’s view',
			'1 What each team wrote',
			...results.teams.map(({ name }) => `2 Team ${name}`),
			'1 Annex: where each line comes from',
			'2 Joint roadmap',
			'2 Recommendations that are not on the roadmap'
		]));
	test('a table of contents is a field over the headings, with an entry for each', () => {
		expect(xml).toMatch(/<w:instrText[^>]*>TOC [^<]*\\o &quot;1-2&quot;/);
		const entries = paragraphs(xml).filter((one) => /w:val="TOC[12]"/.test(one));
		expect(entries.map(textOf)).toEqual(
			expect.arrayContaining(['Joint roadmap', 'Team Jackal', 'Who takes part'])
		);
	});
	test('heads of tables come again on each page, and no row is cut', () => {
		const rows = xml.match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
		expect(rows.length).toBeGreaterThan(500);
		expect(rows.filter((row) => !row.includes('<w:cantSplit/>'))).toEqual([]);
		const tables = xml.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? [];
		const headless = tables.filter((table) => !table.includes('<w:tblHeader/>'));
		expect(headless.map(textOf).every((text) => text.includes('For the delegation of'))).toBe(true);
		expect(headless).toHaveLength(1);
	});
	test('says whose workshop it is, where and when, and counts its pages', () => {
		const header = docx.parts.get('word/header1.xml') ?? '';
		expect(textOf(header)).toBe('Two Shores, Kilindwe, 9 to 11 March 2027');
		const footer = docx.parts.get('word/footer1.xml') ?? '';
		expect(footer).toMatch(/Page .*PAGE.* of .*NUMPAGES/s);
		expect(docx.text).toContain('As at 11 March 2027, 16:40. Not final.');
	});
	test('every line, indicator, objection and source is there, word for word', () => {
		const { paragraphs: own, text } = docx;
		for (const line of results.roadmap) {
			expect(own).toContain(line.text);
			expect(text).toContain(line.indicator);
		}
		for (const { text: joint, sources, votes } of results.joint) {
			expect(own).toContain(joint);
			for (const source of sources) expect(own).toContain(source.text);
			for (const { reason } of votes.objections) expect(text).toContain(reason);
		}
	});
	test('a line says who supports it, and who does least', () => {
		const [row = ''] = /<tr>(?:(?!<\/tr>).)*Line 0<.*?<\/tr>/s.exec(docx.html) ?? [];
		for (const words of ['75\u00a0% for', 'Somalia 63\u00a0%', 'Authority 0', '15 January 2027'])
			expect(row).toContain(words);
	});
	test('the last line stays with the signatures, and no table touches another', () => {
		const [before = ''] = xml.split('Signed for the delegations', 1);
		const row = before.match(/<w:tr>.*?<\/w:tr>/gs)?.at(-1) ?? '';
		expect(row).toContain('<w:keepNext/>');
		expect(xml).not.toContain('</w:tbl><w:tbl>');
		expect(xml).not.toMatch(/<\/w:tbl><w:sectPr/);
	});
	test('host delegations sign, guests do not', () => {
		expect(docx.text).toContain('For the delegation of Kenya');
		expect(docx.text).toContain('For the delegation of Somalia');
		expect(docx.text).not.toContain('For the delegation of Uganda');
	});
	test('its head says of which workshop it is and how far it holds, above what is signed', () => {
		const [before = ''] = docx.text.split('Immediate', 1);
		expect(before).toContain('Two Shores, Kilindwe, 9 to 11 March 2027');
		expect(before).toContain('As at 11 March 2027, 16:40. Not final.');
	});
	test('the extract for a country is called one', async () => {
		const { text } = await docxOf({ ...fewResults(), extract: 'SO' });
		expect(text.split('Immediate', 1)[0]).toContain('the lines that concern Somalia.');
	});
	test('Word is not asked to fill in fields, and the contents have no dots to nothing', () => {
		for (const [, part] of docx.parts)
			expect(part).not.toMatch(/w:dirty="(?:true|1)"|w:updateFields/);
		expect(xml).not.toContain('w:leader="dot"');
	});
	test('a chart is on one page, with what is said of it', () => {
		for (const note of ['Filled: adopted.', 'How far the teams chose', 'Filled: has joined']) {
			expect(paragraphs(xml).find((one) => textOf(one).startsWith(note))).toContain(
				'<w:keepNext/>'
			);
			const [, chart = ''] = xml.slice(xml.indexOf(note)).match(/<w:tbl>(.*?)<\/w:tbl>/s) ?? [];
			const [, ...rows] = chart.match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
			expect(rows.length).toBeGreaterThan(3);
			expect(rows.map((row) => row.includes('<w:keepNext/>'))).toEqual(
				rows.map((_, at) => at < rows.length - 1)
			);
		}
	});
	test('no word of a head is cut: columns are as wide as their longest', () => {
		const heads = [...xml.matchAll(/<w:tblGrid>(.*?)<\/w:tblGrid>.*?<w:tr>(.*?)<\/w:tr>/gs)];
		expect(heads.length).toBeGreaterThan(4);
		for (const [, grid = '', row = ''] of heads) {
			const widths = [...grid.matchAll(/w:w="(\d+)"/g)].map(([, wide]) => Number(wide));
			const cells = (row.match(/<w:tc>.*?<\/w:tc>/gs) ?? []).map(textOf);
			for (const [at, text] of cells.entries())
				for (const word of text.split(' '))
					expect(widths[at], word).toBeGreaterThan(word.length * 90);
			expect(widths.reduce((sum, wide) => sum + wide, 0)).toBeLessThanOrEqual(11906 - 2 * 1134);
		}
	});
});

describe('right to left', () => {
	test('what begins with an Arabic letter runs from right to left, and nothing else does', () => {
		const arabic = [SENTENCES[3], SENTENCES[6]];
		const whole = paragraphs(xml).filter((one) => /w:val="(?:Written|Source)"/.test(one));
		const begins = (one: string) => arabic.some((text) => textOf(one).startsWith(text.slice(0, 9)));
		expect(whole.filter(begins).length).toBeGreaterThan(50);
		for (const one of whole) expect(/<w:bidi\/>/.test(one), textOf(one)).toBe(begins(one));
	});
	test('Arabic letters stand in runs marked as such, Latin and Ethiopic ones in none', () => {
		for (const [run] of xml.matchAll(/<w:r>.*?<\/w:r>/gs)) {
			const text = textOf(run);
			if (/\p{Script=Arabic}/u.test(text)) expect(run).toContain('<w:rtl/>');
			if (/[\p{Script=Latin}\p{Script=Ethiopic}]/u.test(text))
				expect(run).not.toContain('<w:rtl/>');
		}
	});
	test('in a language from right to left the whole document turns', async () => {
		const words = { ...reportWords('en', 180), rtl: true };
		const turned = unzipped(await resultsDocx(fewResults(), bigNames, words));
		const document = turned.get('word/document.xml') ?? '';
		expect(document.match(/<w:tbl>/g)).toHaveLength(
			document.match(/<w:bidiVisual\/>/g)?.length ?? 0
		);
		const [source = ''] = paragraphs(document).filter(
			(one) => textOf(one) === `${SENTENCES[0]} [0-0]`
		);
		expect(source).not.toContain('<w:bidi/>');
		expect(turned.get('word/footer1.xml')).toContain('<w:bidi/>');
	});
});

describe('what people may write', () => {
	const odd = async (text: string) => {
		const [first] = results.roadmap;
		const one: Results = { ...results, teams: [], joint: [], roadmap: [{ ...first!, text }] };
		return docxOf(one);
	};
	test('control characters and halves of pairs are dropped, the words stay', async () => {
		const { paragraphs: own, parts } = await odd('be\u0000fo\u0008re\u001f \ud800after \ufffe<&">');
		expect(own).toContain('before after <&">');
		// eslint-disable-next-line no-control-regex -- they are what is looked for
		expect(parts.get('word/document.xml')).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
	});
	test('each line is a paragraph with a direction of its own', async () => {
		const { parts } = await odd('Each side\r\nكل طرف\nያንዳንዱ');
		const lines = paragraphs(parts.get('word/document.xml') ?? '');
		const of = (text: string) => lines.find((one) => textOf(one) === text) ?? '';
		expect(of('كل طرف')).toContain('<w:bidi/>');
		expect(of('Each side')).not.toContain('<w:bidi/>');
		expect(of('ያንዳንዱ')).not.toContain('<w:bidi/>');
	});
});

describe('parts', () => {
	test('what is left out has no heading, and the file says so', async () => {
		const less = only(fewResults(), {
			without: new Set(['roadmap', 'teams', 'people']),
			names: true
		});
		const { html, text } = await docxOf(less);
		const first = headings(html)[0];
		expect(first).toBe('1 About this workshop');
		expect(text).toContain(
			'Left out of this file: Joint roadmap; What each team wrote; Members of the teams.'
		);
		expect(text).not.toContain('Team Date');
		expect(text).not.toContain('For the delegation of');
	});
	test('of an empty workshop there is a document too', async () => {
		const { text } = await docxOf({
			...results,
			teams: [],
			joint: [],
			roadmap: [],
			agreement: [],
			participation: [],
			vote: null
		});
		expect(text).toContain('Nothing is adopted yet.');
	});
});
