/**
 * Dates, numbers and lists by language. Not by the browser's `Intl`: Chromium has no Somali and falls back to
 * English in silence, so server and browser would disagree. Words are those of CLDR 48 as
 * Node 24 has them; for Somali the day stands before the month everywhere, as CLDR has it in ranges.
 */
export type Language = 'en' | 'sw' | 'so';

interface Words {
	months: string[];
	/** From Sunday. */
	weekdays: string[];
	and: string;
	or: string;
	to: string;
	now: string;
	/** How much of a unit, e.g. `2 hours`. */
	minutes(number: string, one: boolean): string;
	hours(number: string, one: boolean): string;
	days(number: string, one: boolean): string;
	/** How long ago, from the amount. */
	ago(amount: string, one: boolean): string;
	/** Minutes before `ago`, where the language has another form there. */
	minutesAgo?(number: string, one: boolean): string;
}

const languages: Record<Language, Words> = {
	en: {
		months:
			'January February March April May June July August September October November December'.split(
				' '
			),
		weekdays: 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' '),
		and: 'and',
		or: 'or',
		to: 'to',
		now: 'now',
		minutes: (number, one) => `${number} ${one ? 'minute' : 'minutes'}`,
		hours: (number, one) => `${number} ${one ? 'hour' : 'hours'}`,
		days: (number, one) => `${number} ${one ? 'day' : 'days'}`,
		ago: (amount) => `${amount} ago`
	},
	sw: {
		months:
			'Januari Februari Machi Aprili Mei Juni Julai Agosti Septemba Oktoba Novemba Desemba'.split(
				' '
			),
		weekdays: 'Jumapili Jumatatu Jumanne Jumatano Alhamisi Ijumaa Jumamosi'.split(' '),
		and: 'na',
		or: 'au',
		to: 'hadi',
		now: 'sasa hivi',
		minutes: (number) => `dakika ${number}`,
		hours: (number) => `saa ${number}`,
		days: (number) => `siku ${number}`,
		ago: (amount, one) => `${amount} ${one ? 'iliyopita' : 'zilizopita'}`
	},
	so: {
		months:
			'Janaayo Febraayo Maarso Abriil Maayo Juun Luulyo Agosto Sebtembar Oktoobar Noofeembar Diseembar'.split(
				' '
			),
		weekdays: 'Axad Isniin Talaado Arbaco Khamiis Jimco Sabti'.split(' '),
		and: 'iyo',
		or: 'ama',
		to: 'ilaa',
		now: 'Imika',
		minutes: (number, one) => `${number} ${one ? 'daqiiqad' : 'daqiiqo'}`,
		hours: (number, one) => `${number} ${one ? 'saacad' : 'saacadood'}`,
		days: (number, one) => `${number} ${one ? 'maalin' : 'maalmood'}`,
		ago: (amount) => `${amount} kahor`,
		minutesAgo: (number, one) => `${number} ${one ? 'daqiiqad' : 'daqiiqadood'}`
	}
};

/** Day, month and year of an ISO date; undefined for a text that is none, or a day no month has. */
function parts(date: string): { day: number; month: number; year: number } | undefined {
	const [, year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? []).map(Number);
	if (year === undefined || month === undefined || day === undefined) return undefined;
	const real = new Date(Date.UTC(year, month - 1, day)).toISOString().startsWith(date);
	return real ? { day, month, year } : undefined;
}

/**
 * A day in words.
 * @param date ISO, e.g. `2027-04-30`
 * @param shape `weekday` puts the day of the week before it
 * @returns e.g. `30 April 2027`; the text itself where it is no date
 */
export function formatDate(date: string, language: Language, shape?: 'weekday'): string {
	const at = parts(date);
	if (!at) return date;
	const words = languages[language];
	const day = `${at.day} ${words.months[at.month - 1]} ${at.year}`;
	if (shape !== 'weekday') return day;
	return `${words.weekdays[new Date(Date.UTC(at.year, at.month - 1, at.day)).getUTCDay()]}, ${day}`;
}

/**
 * From a day to a day, saying month and year once where they are the same.
 * @param from ISO date
 * @param to ISO date; the same or an empty one makes a single day
 * @returns e.g. `9 to 11 March 2027`
 */
export function formatDates(from: string, to: string, language: Language): string {
	const a = parts(from);
	const b = parts(to);
	if (!a || !b || from === to) return formatDate(a || !b ? from : to, language);
	const words = languages[language];
	const month = a.month === b.month && a.year === b.year ? '' : ` ${words.months[a.month - 1]}`;
	const year = a.year === b.year ? '' : ` ${a.year}`;
	return `${a.day}${month}${year} ${words.to} ${formatDate(to, language)}`;
}

/**
 * A time of day by the room's clock, 24 hours, the same in every language.
 * @param at milliseconds since 1970
 * @param zone minutes the room's clock is ahead of UTC: 180 in Nairobi and Mogadishu
 * @returns e.g. `09:05`
 */
export function formatTime(at: number, zone: number): string {
	return new Date(at + zone * 60_000).toISOString().slice(11, 16);
}

/**
 * Time left or spent on a clock, in whole seconds begun.
 * @param milliseconds below zero counts as zero
 * @returns `12:04`, or with hours `1:02:04`
 */
export function formatClock(milliseconds: number): string {
	const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
	const two = (number: number) => String(number).padStart(2, '0');
	const minutes = Math.floor(seconds / 60);
	const end = `${two(minutes % 60)}:${two(seconds % 60)}`;
	return minutes < 60 ? end : `${Math.floor(minutes / 60)}:${end}`;
}

/** A number with commas by thousands and up to three decimals: the same in the three languages. */
export function formatNumber(number: number): string {
	const [whole = '', decimals] = String(Math.round(Math.abs(number) * 1000) / 1000).split('.');
	const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
	return `${number < 0 ? '-' : ''}${grouped}${decimals ? `.${decimals}` : ''}`;
}

/**
 * A share in whole hundredths: 100 only of all, 0 only of none.
 * @param share 0 to 1
 */
export function hundredths(share: number): number {
	if (share === 0 || share === 1) return share * 100;
	return Math.min(99, Math.max(1, Math.round(share * 100)));
}

/**
 * A share as people read it.
 * @param share 0 to 1; null: there is none
 * @returns e.g. `97 %`, with a space that does not break; `–` for none
 */
export const formatShare = (share: number | null): string =>
	share === null ? '–' : `${hundredths(share)}\u00a0%`;

/**
 * So many bytes as people read them on a disk, by thousands.
 * @returns e.g. `212 GB`, `3.4 MB`
 */
export function formatBytes(bytes: number): string {
	const units = ['B', 'kB', 'MB', 'GB', 'TB'];
	let at = 0;
	let amount = Math.max(0, bytes);
	for (; amount >= 999.5 && at < units.length - 1; at++) amount /= 1000;
	return `${formatNumber(amount < 10 ? Math.round(amount * 10) / 10 : Math.round(amount))} ${units[at]}`;
}

/**
 * A list in words.
 * @param joined by `and` or by `or`
 * @returns e.g. `Kenya, Somalia and Uganda`; empty for no items
 */
export function formatList(
	items: readonly string[],
	language: Language,
	joined: 'and' | 'or' = 'and'
): string {
	if (items.length < 2) return items.join('');
	return `${items.slice(0, -1).join(', ')} ${languages[language][joined]} ${items.at(-1)}`;
}

/**
 * A length of time in hours and minutes.
 * @param minutes whole ones count
 * @returns e.g. `1 hour and 30 minutes`, `45 minutes`, `2 hours`
 */
export function formatDuration(minutes: number, language: Language): string {
	const words = languages[language];
	const all = Math.max(0, Math.round(minutes));
	const hours = Math.floor(all / 60);
	const rest = all % 60;
	return formatList(
		[
			...(hours > 0 ? [words.hours(formatNumber(hours), hours === 1)] : []),
			...(rest > 0 || hours === 0 ? [words.minutes(String(rest), rest === 1)] : [])
		],
		language
	);
}

/**
 * How long ago something was: minutes within the hour, then hours, then days.
 * @param minutes since then; less than one is now
 * @returns e.g. `4 minutes ago`
 */
export function formatAgo(minutes: number, language: Language): string {
	const words = languages[language];
	const all = Math.floor(minutes);
	if (all < 1) return words.now;
	const [number, unit] =
		all < 60
			? [all, words.minutesAgo ?? words.minutes]
			: all < 1440
				? [Math.floor(all / 60), words.hours]
				: [Math.floor(all / 1440), words.days];
	return words.ago(unit(formatNumber(number), number === 1), number === 1);
}
