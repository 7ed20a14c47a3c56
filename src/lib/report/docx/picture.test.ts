import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { reportWords } from '../../components/report-words';
import { bigNames, fewResults } from '../../../../tests/fixtures/results';
import type { Results } from '../results';
import type { Words } from '../words';
import { resultsDocx } from './document';

interface Picture {
	title: string;
	/** The same in words. */
	words: string;
	svg: string;
	png: string;
	/** In the text, in EMU: 9525 a px. */
	width: number;
	height: number;
}

const inText = (text: string, pattern: RegExp) => pattern.exec(text)?.[1] ?? '';

async function picturesOf(results: Results, more: Partial<Words> = {}): Promise<Picture[]> {
	const words = { ...reportWords('en', 180), ...more };
	const files = unzipSync(await resultsDocx(results, bigNames, words));
	const part = (path: string, latin1 = false) =>
		strFromU8(files[`word/${path}`] ?? new Uint8Array(), latin1);
	const rels = part('_rels/document.xml.rels');
	const file = (id: string, latin1: boolean) => {
		const rel = rels.match(/<Relationship [^>]*>/g)?.find((one) => one.includes(`Id="${id}"`));
		expect(rel).not.toContain('TargetMode');
		return part(inText(rel ?? '', /Target="([^"]*)"/), latin1);
	};
	const drawings = part('document.xml').match(/<w:drawing>.*?<\/w:drawing>/gs) ?? [];
	return drawings.map((drawing) => ({
		title: inText(drawing, /<wp:docPr[^>]* title="([^"]*)"/),
		words: inText(drawing, /<wp:docPr[^>]* descr="([^"]*)"/),
		svg: file(inText(drawing, /svgBlip [^>]*r:embed="(\w+)"/), false),
		png: file(inText(drawing, /<a:blip r:embed="(\w+)"/), true),
		width: Number(inText(drawing, /<wp:extent cx="(\d+)"/)),
		height: Number(inText(drawing, /<wp:extent [^>]*cy="(\d+)"/))
	}));
}

let pictures: Picture[];
beforeAll(async () => (pictures = await picturesOf(fewResults())), 30_000);

const of = (words: string, all = pictures) => {
	const found = all.find((one) => one.words === words);
	return found ?? expect.fail(`no picture says: ${words}`);
};
/** Where the rectangles of a picture begin, and how wide they are. */
const rects = ({ svg }: Picture) =>
	[...svg.matchAll(/<rect x="([\d.]+)"[^>]*? width="([\d.]+)"[^>]*? fill="([^"]*)"/g)].map(
		([, x, width, fill]) => ({ x: Number(x), width: Number(width), full: fill !== 'none' })
	);

describe('the pictures of a report', () => {
	test('there are those of the page, each with what it says in words', () => {
		const says = pictures.map(({ title, words }) => `${title} | ${words}`);
		for (const one of [
			'Name 0 | Kenya: 9 of 12',
			'Name 0 | Somalia: 5 of 8',
			'Name 0 | All: 45 of 60',
			'Recommendations by owner and horizon | Authority 0: 1, adopted: 1',
			'Recommendations by owner and horizon | Authority 5: 1, adopted: 0',
			'Agreement between the teams | What is known of the calls: 20\u00a0%',
			'Who takes part | Kenya: 1, joined: 1',
			'Who takes part | Kenya: 1, joined: 0'
		])
			expect(says).toContain(one);
	});
	test('there is one for each number: votes, owners, needs that were chosen for, people', () =>
		expect(pictures).toHaveLength(7 * 6 + 7 + 5 + 10));
	test('none is larger than what it says', () => {
		const share = (words: string) => {
			const [frame, bar] = rects(of(words));
			return (bar?.width ?? 0) / (frame?.width ?? 0);
		};
		expect(share('Somalia: 5 of 8')).toBeCloseTo(5 / 8, 3);
		expect(share('What is known of the route: 80\u00a0%')).toBeCloseTo(0.8, 3);
		expect(share('What is known of the papers: 0\u00a0%')).toBe(0);
		expect(rects(of('Authority 0: 1, adopted: 1'))).toMatchObject([{ full: true }]);
		expect(rects(of('Kenya: 1, joined: 0'))).toMatchObject([{ full: false }]);
	});
	test('an SVG holds all that it needs, and no text that a font would be wanted for', () => {
		for (const { svg } of pictures) {
			expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" .*<\/svg>$/);
			expect(svg).not.toMatch(/href|url\(|var\(|class=|style|@import|<(?:text|image|use|script)/);
		}
	});
	test('what programs without SVG show has its size', () => {
		for (const { svg, png, width, height } of pictures) {
			const [wide, high] = [16, 20].map(
				(at) => (png.charCodeAt(at + 2) << 8) + png.charCodeAt(at + 3)
			);
			expect(png.slice(1, 4)).toBe('PNG');
			expect(wide).toBe(2 * Number(inText(svg, /width="(\d+)"/)));
			expect(high).toBe(2 * Number(inText(svg, /height="(\d+)"/)));
			expect(width / height).toBeCloseTo(Number(wide) / Number(high), 0);
		}
	});
	test('where nobody voted, nothing is drawn', async () => {
		const none = await picturesOf({ ...fewResults(), vote: null });
		expect(none.filter(({ title }) => title === 'Name 0')).toEqual([]);
	});
	test('however many columns there are, pictures and columns have a size', async () => {
		const few = fewResults();
		const words = ['Mozambique', 'Madagascar', 'Seychelles', 'Mauritius', 'Tanzania', 'Comoros'];
		const shares = Object.fromEntries(words.map((name) => [name, 0.5]));
		const many: Results = {
			...few,
			agreement: few.agreement.map((one) => ({ ...one, byDelegation: shares })),
			participation: Array.from({ length: 12 }, (_, at) => ({
				delegation: 'Kenya',
				gender: `word-${at}`,
				people: 1,
				joined: 1
			}))
		};
		const drawn = (await picturesOf(many)).filter(({ title }) => title === 'Who takes part');
		expect(drawn).toHaveLength(12);
		for (const { width, height } of drawn) expect(Math.min(width, height)).toBeGreaterThan(0);
		const files = unzipSync(await resultsDocx(many, bigNames, reportWords('en', 180)));
		const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array());
		const grids = [...xml.matchAll(/<w:tblGrid>(.*?)<\/w:tblGrid>/gs)].map(([, grid = '']) =>
			[...grid.matchAll(/w:w="(-?\d+)"/g)].map(([, wide]) => Number(wide))
		);
		expect(grids.some(({ length }) => length === words.length + 2)).toBe(true);
		for (const widths of grids) expect(Math.min(...widths)).toBeGreaterThan(200);
	});
	test('from right to left bars begin at the right', async () => {
		const turned = await picturesOf(fewResults(), { rtl: true });
		const [frame, bar] = rects(of('Somalia: 5 of 8', turned));
		expect(bar!.x + bar!.width).toBeCloseTo(frame!.x + frame!.width, 1);
	});
});
