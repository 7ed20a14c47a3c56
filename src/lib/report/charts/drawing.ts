import { EDGE, type Fill, type Mark, type Size, type Squares } from './marks';

/** Colours of the page's charts, on paper: `--mark` and `--line-strong` of the stylesheet. */
const MARK = '#4a453d';
const FRAME = '#857e71';

/** A rectangle with its line, in px. */
export interface Shape extends Size {
	x: number;
	y: number;
	color: string;
	fill: Fill;
}

/** A chart's marks as they are drawn where there is no page: the same places and sizes. */
export interface Drawing extends Size {
	shapes: Shape[];
}

/** A bar in its frame. */
export function barDrawing(frame: Size, bar: Mark): Drawing {
	const { x, y, width, height } = bar;
	const [wide, high] = [frame.width - 2 * EDGE, frame.height - 2 * EDGE];
	return {
		...frame,
		shapes: [
			{ x: EDGE, y: EDGE, width: wide, height: high, color: FRAME, fill: 'empty' },
			...(width > 0 ? [{ x, y, width, height, color: MARK, fill: 'full' as const }] : [])
		]
	};
}

/** A square for each thing. */
export function squaresDrawing({ width, height, squares }: Squares): Drawing {
	return { width, height, shapes: squares.map((one) => ({ ...one, color: MARK })) };
}

/** The same from right to left. */
export function mirrored(drawing: Drawing): Drawing {
	const shapes = drawing.shapes.map((one) => ({ ...one, x: drawing.width - one.x - one.width }));
	return { ...drawing, shapes };
}
