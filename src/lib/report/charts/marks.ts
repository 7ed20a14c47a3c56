/** What a chart draws, in px from its own corner. */
export interface Mark {
	/** What it stands for. */
	label: string;
	value: number;
	x: number;
	y: number;
	width: number;
	height: number;
}

export interface Size {
	width: number;
	height: number;
}

/** Half of a frame's line lies inside of it. */
export const EDGE = 0.75;

/**
 * A bar in its frame: the share of the frame that the value is of 1, and never more.
 * @param frame with its line
 */
export function shareBar(label: string, value: number, frame: Size): Mark {
	const share = Math.min(1, Math.max(0, value));
	const [width, height] = [frame.width - 2 * EDGE, frame.height - 2 * EDGE];
	return { label, value, x: EDGE, y: EDGE, width: width * share, height };
}

/** Side of a unit square with its line, and the space to the next. */
const SIDE = 12;
const STEP = SIDE + 3;

/** Whether what a square stands for is so already. */
export type Fill = 'full' | 'empty';

export interface Squares extends Size {
	squares: (Mark & { fill: Fill })[];
}

/**
 * One square for each thing, in rows that begin at the same place.
 * @param full how many are filled; they come first
 * @param empty how many are not
 * @param across how many stand side by side at most
 */
export function unitSquares(label: string, full: number, empty: number, across: number): Squares {
	const all = full + empty;
	const squares = Array.from({ length: all }, (_, at) => ({
		label,
		value: 1,
		fill: at < full ? ('full' as const) : ('empty' as const),
		x: (at % across) * STEP + EDGE,
		y: Math.floor(at / across) * STEP + EDGE,
		width: SIDE - 2 * EDGE,
		height: SIDE - 2 * EDGE
	}));
	const extent = (count: number) => Math.max(0, count * STEP - (STEP - SIDE));
	return {
		width: extent(Math.min(all, across)),
		height: extent(Math.ceil(all / across)),
		squares
	};
}
