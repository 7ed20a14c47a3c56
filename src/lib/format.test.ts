import { describe, expect, test } from 'vitest';
import {
	formatAgo,
	formatBytes,
	formatClock,
	formatDate,
	formatDates,
	formatDuration,
	formatList,
	formatShare,
	formatNumber,
	formatTime,
	type Language
} from './format';

/** Node's own data by language; British English has the day first. */
const locales: [Language, string][] = [
	['en', 'en-GB'],
	['sw', 'sw'],
	['so', 'so']
];

function eachDay(): string[] {
	return Array.from({ length: 365 }, (_, i) =>
		new Date(Date.UTC(2027, 0, 1 + i)).toISOString().slice(0, 10)
	);
}

describe('formatDate', () => {
	test('reads day, month, year', () => {
		expect(formatDate('2027-04-30', 'en')).toBe('30 April 2027');
		expect(formatDate('2027-03-09', 'sw')).toBe('9 Machi 2027');
		expect(formatDate('2027-03-09', 'so')).toBe('9 Maarso 2027');
	});
	test('agrees with Node about months and weekdays on every day of a year', () => {
		for (const [language, locale] of locales) {
			const format = new Intl.DateTimeFormat(locale, {
				weekday: 'long',
				day: 'numeric',
				month: 'long',
				year: 'numeric',
				timeZone: 'UTC'
			});
			for (const day of eachDay()) {
				const node = Object.fromEntries(
					format.formatToParts(new Date(day)).map(({ type, value }) => [type, value])
				);
				expect(formatDate(day, language, 'weekday')).toBe(
					`${node.weekday}, ${node.day} ${node.month} ${node.year}`
				);
			}
		}
	});
	test('what is no date stays as it is', () => {
		for (const text of ['', 'soon', '2027-02-30', '2027-13-01'])
			expect(formatDate(text, 'en')).toBe(text);
	});
});

describe('formatDates', () => {
	test('says month and year once where they are the same', () => {
		expect(formatDates('2027-03-09', '2027-03-11', 'en')).toBe('9 to 11 March 2027');
		expect(formatDates('2027-03-30', '2027-04-02', 'en')).toBe('30 March to 2 April 2027');
		expect(formatDates('2027-12-30', '2028-01-02', 'sw')).toBe(
			'30 Desemba 2027 hadi 2 Januari 2028'
		);
		expect(formatDates('2027-03-09', '2027-03-11', 'so')).toBe('9 ilaa 11 Maarso 2027');
	});
	test('one day is one day, and a missing end does no harm', () => {
		expect(formatDates('2027-03-09', '2027-03-09', 'en')).toBe('9 March 2027');
		expect(formatDates('2027-03-09', '', 'en')).toBe('9 March 2027');
		expect(formatDates('', '2027-03-09', 'en')).toBe('9 March 2027');
	});
});

describe('formatTime', () => {
	test('has 24 hours, by the clock of the room', () => {
		expect(formatTime(Date.UTC(2027, 2, 9, 21, 5), 180)).toBe('00:05');
		expect(formatTime(Date.UTC(2027, 2, 9, 6, 5), 180)).toBe('09:05');
		expect(formatTime(Date.UTC(2027, 2, 9, 6, 5), -300)).toBe('01:05');
	});
});

describe('formatClock', () => {
	test('shows a second until it is over, and never less than nothing', () => {
		expect(formatClock(724_000)).toBe('12:04');
		expect(formatClock(1)).toBe('00:01');
		expect(formatClock(-5)).toBe('00:00');
		expect(formatClock(3_724_000)).toBe('1:02:04');
	});
});

describe('formatNumber', () => {
	test('agrees with Node in all three languages', () => {
		for (const number of [0, 7, 999, 1000, 12345.5, 1234567.891, -12.25, -0.5])
			for (const [, locale] of locales)
				expect(formatNumber(number)).toBe(new Intl.NumberFormat(locale).format(number));
	});
});

describe('formatBytes', () => {
	test('reads as disks are sold, with one decimal where it matters', () => {
		expect([0, 999, 3_360_000, 999_600, 212_400_000_000].map(formatBytes)).toEqual([
			'0 B',
			'999 B',
			'3.4 MB',
			'1 MB',
			'212 GB'
		]);
	});
});

describe('formatList', () => {
	test('agrees with Node for none, one, two and more', () => {
		for (const [language, locale] of locales)
			for (const items of [[], ['A'], ['A', 'B'], ['A', 'B', 'C', 'D']]) {
				expect(formatList(items, language)).toBe(new Intl.ListFormat(locale).format(items));
				expect(formatList(items, language, 'or')).toBe(
					new Intl.ListFormat(locale, { type: 'disjunction' }).format(items)
				);
			}
	});
});

describe('formatDuration', () => {
	test('agrees with Node about every unit', () => {
		for (const [language, locale] of locales) {
			const node = (unit: string, number: number) =>
				new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(number);
			for (const minutes of [0, 1, 2, 45]) {
				expect(formatDuration(minutes, language)).toBe(node('minute', minutes));
				expect(formatDuration(120 + minutes, language)).toBe(
					minutes === 0
						? node('hour', 2)
						: formatList([node('hour', 2), node('minute', minutes)], language)
				);
			}
			expect(formatDuration(60, language)).toBe(node('hour', 1));
		}
	});
	test('joins hours and minutes in words', () => {
		expect(formatDuration(90, 'en')).toBe('1 hour and 30 minutes');
		expect(formatDuration(90, 'sw')).toBe('saa 1 na dakika 30');
		expect(formatDuration(90, 'so')).toBe('1 saacad iyo 30 daqiiqo');
	});
});

describe('formatAgo', () => {
	test('agrees with Node in minutes, hours and days', () => {
		for (const [language, locale] of locales) {
			const node = new Intl.RelativeTimeFormat(locale);
			for (const number of [1, 2, 11, 59])
				expect(formatAgo(number, language)).toBe(node.format(-number, 'minute'));
			for (const number of [1, 2, 23])
				expect(formatAgo(number * 60 + 59, language)).toBe(node.format(-number, 'hour'));
			for (const number of [1, 2, 30])
				expect(formatAgo(number * 1440, language)).toBe(node.format(-number, 'day'));
		}
	});
	test('less than a minute is now', () => {
		for (const [language, locale] of locales)
			expect(formatAgo(0.9, language)).toBe(
				new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(0, 'second')
			);
	});
});

describe('shares', () => {
	test.each([
		[1 / 3, '33\u00a0%'],
		[199 / 200, '99\u00a0%'],
		[1 / 300, '1\u00a0%'],
		[0, '0\u00a0%'],
		[1, '100\u00a0%'],
		[null, '–']
	])('%d is %s: 100 only of all, 0 only of none', (share, words) =>
		expect(formatShare(share)).toBe(words)
	);
});
