import { strToU8, zlibSync } from 'fflate';
import type { Drawing } from './drawing';
import { EDGE } from './marks';

/** Dots for each px: with two, an edge of a mark is the edge of a dot. */
const DOTS = 2;
const LINE = 2 * EDGE * DOTS;
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const BITS = 8;
const PALETTE = 3;

/**
 * A drawing as a PNG file, for programs that show no SVG. It is upright rectangles and nothing
 * else, so each dot is of one colour and no renderer is needed.
 */
export function pngOf({ width, height, shapes }: Drawing): Uint8Array {
	const [wide, high] = [at(width), at(height)];
	const colors = ['#ffffff', ...new Set(shapes.map(({ color }) => color))];
	// each row begins with the number of its filter: none
	const dots = new Uint8Array((wide + 1) * high);
	const across = (row: number, from: number, to: number, color: number) => {
		const start = row * (wide + 1) + 1;
		dots.fill(color, start + from, start + Math.min(to, wide));
	};
	for (const one of shapes) {
		const color = colors.indexOf(one.color);
		const [left, right] = [at(one.x - EDGE), at(one.x + one.width + EDGE)];
		const [top, bottom] = [at(one.y - EDGE), Math.min(at(one.y + one.height + EDGE), high)];
		for (let row = top; row < bottom; row++) {
			if (one.fill === 'full' || row < top + LINE || row >= bottom - LINE)
				across(row, left, right, color);
			else {
				across(row, left, left + LINE, color);
				across(row, right - LINE, right, color);
			}
		}
	}
	return Uint8Array.from([
		...SIGNATURE,
		...chunk('IHDR', [...uint32(wide), ...uint32(high), BITS, PALETTE, 0, 0, 0]),
		...chunk('PLTE', colors.flatMap(bytesOf)),
		...chunk('IDAT', [...zlibSync(dots)]),
		...chunk('IEND', [])
	]);
}

const at = (px: number) => Math.round(px * DOTS);

const uint32 = (value: number) => [24, 16, 8, 0].map((bits) => (value >>> bits) & 0xff);
const bytesOf = (color: string) => uint32(parseInt(color.slice(1), 16)).slice(1);

function chunk(kind: string, data: number[]): number[] {
	const body = [...strToU8(kind), ...data];
	return [...uint32(data.length), ...body, ...uint32(crc32(body))];
}

/** The sum that ends each part of a PNG. */
function crc32(bytes: number[]): number {
	let sum = -1;
	for (const byte of bytes) {
		sum ^= byte;
		for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
	}
	return ~sum;
}
