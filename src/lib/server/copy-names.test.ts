import { expect, test } from 'vitest';
import { copiesAmong, copyName, tooMany } from './copy-names';

const five = 5 * 60_000;
/** Copies made every five minutes, the newest first. */
const every = (count: number, from = new Date(2026, 10, 24, 18, 0)) =>
	Array.from({ length: count }, (_, i) => copyName(new Date(from.getTime() - i * five)));

test('a copy is named by the minute it was made, on the clock on the wall', () => {
	expect(copyName(new Date(2026, 10, 4, 9, 5))).toBe('baraza-2026-11-04-0905.sqlite');
});
test('R34: the last hour stays whole, then one an hour, then one a day', () => {
	const names = every(3 * 24 * 12);
	const gone = new Set(tooMany(names));
	const stay = names.filter((name) => !gone.has(name));
	expect(stay.slice(0, 12)).toEqual(names.slice(0, 12));
	expect(stay.slice(12, 15)).toEqual([
		'baraza-2026-11-24-1655.sqlite',
		'baraza-2026-11-24-1555.sqlite',
		'baraza-2026-11-24-1455.sqlite'
	]);
	const days = stay.map((name) => name.slice(7, 17));
	expect(new Set(days)).toEqual(new Set(['2026-11-24', '2026-11-23', '2026-11-22', '2026-11-21']));
	expect(stay.length).toBeLessThan(12 + 24 + 4);
	expect(tooMany(stay)).toEqual([]);
});
test('R34: a clock that jumps a year ahead and back costs no more than others', () => {
	const jumped = every(6, new Date(2027, 10, 24));
	const gone = new Set(tooMany([...jumped, ...every(12)]));
	expect(jumped.some((name) => gone.has(name))).toBe(false);
	expect(gone.size).toBeLessThanOrEqual(6);
});
test('other files are none of its business', () => {
	const names = ['holiday.jpg', 'baraza.sqlite', 'baraza-2026-11-24-1118.sqlite.sha256'];
	expect(copiesAmong([...names, 'baraza-2026-11-24-1118.sqlite'])).toEqual([
		'baraza-2026-11-24-1118.sqlite'
	]);
	expect(tooMany([...names, ...every(400)])).not.toEqual(expect.arrayContaining(names));
});
