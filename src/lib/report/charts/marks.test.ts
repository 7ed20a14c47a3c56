import { describe, expect, test } from 'vitest';
import { EDGE, shareBar, unitSquares } from './marks';

const FRAME = { width: 101.5, height: 13.5 };

describe('shareBar', () => {
	test.each([
		[0, 0],
		[0.25, 25],
		[1, 100]
	])('a share of %f is so many of a hundred px within the frame’s line', (value, width) =>
		expect(shareBar('Kenya', value, FRAME)).toEqual({
			label: 'Kenya',
			value,
			x: EDGE,
			y: EDGE,
			width,
			height: 12
		})
	);
	test('nothing is drawn larger than its frame, or to the other side', () => {
		expect(shareBar('', 1.5, FRAME).width).toBe(100);
		expect(shareBar('', -1, FRAME).width).toBe(0);
	});
});

describe('unitSquares', () => {
	test('there is one square for each thing, the filled ones first', () => {
		const { squares } = unitSquares('Kenya', 2, 3, 10);
		expect(squares.map(({ fill }) => fill)).toEqual(['full', 'full', 'empty', 'empty', 'empty']);
		expect(squares.reduce((sum, { value }) => sum + value, 0)).toBe(5);
	});
	test('they stand in rows, none on another, all within the drawing', () => {
		const { width, height, squares } = unitSquares('Kenya', 12, 0, 5);
		expect(new Set(squares.map(({ y }) => y)).size).toBe(3);
		expect(new Set(squares.map(({ x, y }) => `${x} ${y}`)).size).toBe(12);
		for (const one of squares) {
			expect(one.x + one.width + EDGE).toBeLessThanOrEqual(width);
			expect(one.y + one.height + EDGE).toBeLessThanOrEqual(height);
		}
	});
	test('two things take the room of two, and none take no room', () => {
		expect(unitSquares('', 1, 1, 10)).toMatchObject({ width: 27, height: 12 });
		expect(unitSquares('', 0, 0, 10)).toEqual({ width: 0, height: 0, squares: [] });
	});
});
