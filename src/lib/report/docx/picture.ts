import { ImageRun } from 'docx';
import { strToU8 } from 'fflate';
import { mirrored, type Drawing } from '../charts/drawing';
import { pngOf } from '../charts/png';
import { svgOf } from '../charts/svg';
import { numbersWide, WIDE } from './table';
import { clean, type Setting } from './text';

/** Twentieths of a point in a px, and how many px a number after a picture takes. */
export const TWIPS = 15;
const NUMBER = 50;

/** The smallest that a picture is beside its drawing, however many columns there are. */
const LEAST = 0.1;

/** The same in words: of what, and what it says. */
export interface Alternative {
	title: string;
	words: string;
}

/**
 * A chart's drawing in a line of text: SVG, and dots for programs that know none.
 * @param scale how large beside the drawing it is; the pictures of a chart have one
 */
export function picture(
	drawing: Drawing,
	{ title, words }: Alternative,
	setting: Setting,
	scale = 1
): ImageRun {
	const drawn = setting.words.rtl ? mirrored(drawing) : drawing;
	const svg = svgOf(drawn);
	const dots = setting.dots.get(svg) ?? pngOf(drawn);
	setting.dots.set(svg, dots);
	const transformation = { width: drawn.width * scale, height: drawn.height * scale };
	return new ImageRun({
		type: 'svg',
		data: strToU8(svg),
		transformation,
		fallback: { type: 'png', data: dots },
		altText: { name: '', title: clean(title), description: clean(words) }
	});
}

/**
 * How wide columns of pictures are, each with a number after it, and how large pictures are in them.
 * @param heads what stands over the columns
 * @param widest px of the widest picture
 * @param most what part of the line they may take
 */
export function pictureColumns(
	heads: readonly string[],
	widest: number,
	most: number
): { twips: number; scale: number } {
	const room = (WIDE * most) / heads.length;
	const wished = Math.max((widest + NUMBER) * TWIPS, numbersWide(heads));
	const twips = Math.floor(Math.min(room, wished));
	return { twips, scale: Math.min(1, Math.max(LEAST, (twips / TWIPS - NUMBER) / widest)) };
}
