import { crc32, inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { barDrawing, squaresDrawing } from './drawing';
import { shareBar, unitSquares } from './marks';
import { pngOf } from './png';

/** The rows of a PNG of ours: a digit for each dot, its place in the palette. */
function rows(png: Uint8Array): string[] {
	const file = Buffer.from(png);
	const wide = file.readUInt32BE(16);
	const at = file.indexOf('IDAT');
	const end = at + 4 + file.readUInt32BE(at - 4);
	expect(file.readUInt32BE(end)).toBe(crc32(file.subarray(at, end)));
	const dots = inflateSync(file.subarray(at + 4, end));
	return Array.from({ length: file.readUInt32BE(20) }, (_, row) =>
		[...dots.subarray(row * (wide + 1) + 1, (row + 1) * (wide + 1))].join('')
	);
}

test('a bar is as long as its share of the frame, with the line of both', () => {
	const frame = { width: 11.5, height: 5.5 };
	const drawn = rows(pngOf(barDrawing(frame, shareBar('Kenya', 0.5, frame))));
	expect(drawn).toHaveLength(11);
	expect(drawn[5]).toBe('2'.repeat(13) + '0'.repeat(7) + '1'.repeat(3));
	expect(drawn[0]).toBe('2'.repeat(13) + '1'.repeat(10));
});
test('squares are filled or empty, and stand apart', () => {
	const drawn = rows(pngOf(squaresDrawing(unitSquares('Kenya', 1, 1, 5))));
	const full = '1'.repeat(24);
	const empty = `111${'0'.repeat(18)}111`;
	expect(drawn[12]).toBe(`${full}000000${empty}`);
});
