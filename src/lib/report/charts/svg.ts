import type { Drawing, Shape } from './drawing';
import { EDGE } from './marks';

/** A drawing as an SVG file: without text, styles, or anything outside of it. */
export function svgOf({ width, height, shapes }: Drawing): string {
	return (
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" ` +
		`viewBox="0 0 ${width} ${height}">${shapes.map(rect).join('')}</svg>`
	);
}

const px = (value: number) => Number(value.toFixed(2));

const rect = ({ x, y, width, height, color, fill }: Shape) =>
	`<rect x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}" rx="1.5" ` +
	`fill="${fill === 'full' ? color : 'none'}" stroke="${color}" stroke-width="${2 * EDGE}"/>`;
