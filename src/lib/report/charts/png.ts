import { crc32, deflateSync } from 'node:zlib';
import type { Drawing } from './drawing';
import { EDGE } from './marks';

/** Dots for each px: with two, an edge of a mark is the edge of a dot. */
const DOTS = 2;
const LINE = 2 * EDGE * DOTS;
const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
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
	const head = new DataView(new ArrayBuffer(13));
	head.setUint32(0, wide);
	head.setUint32(4, high);
	head.setUint8(8, BITS);
	head.setUint8(9, PALETTE);
	return Buffer.concat([
		SIGNATURE,
		chunk('IHDR', new Uint8Array(head.buffer)),
		chunk('PLTE', Buffer.from(colors.map((color) => color.slice(1)).join(''), 'hex')),
		chunk('IDAT', deflateSync(dots)),
		chunk('IEND', new Uint8Array())
	]);
}

const at = (px: number) => Math.round(px * DOTS);

function chunk(kind: string, data: Uint8Array): Uint8Array {
	const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
	const sized = Buffer.alloc(body.length + 8);
	sized.writeUInt32BE(data.length);
	sized.set(body, 4);
	sized.writeUInt32BE(crc32(body), body.length + 4);
	return sized;
}
