const NAME = /^baraza-(\d{4}-\d\d-\d\d)-(\d\d)\d\d\.sqlite$/;

/** How many of the newest copies stay: the last hour, where one is made every five minutes. */
const NEWEST = 12;
/** Of how many hours, and of how many days, the last copy stays. */
const HOURS = 24;
const DAYS = 30;

const two = (number: number) => String(number).padStart(2, '0');

/** The name of a copy made at a time, by this computer's clock: `baraza-2026-11-24-1118.sqlite`. */
export function copyName(at: Date): string {
	const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
	return `baraza-${day}-${two(at.getHours())}${two(at.getMinutes())}.sqlite`;
}

/** The copies among the names of a folder's files, the newest first. */
export function copiesAmong(names: readonly string[]): string[] {
	return names.filter((name) => NAME.test(name)).sort((a, b) => (a < b ? 1 : -1));
}

/**
 * Which copies have served: all but the newest dozen, the last of each of 24 hours and the last
 * of each of 30 days. Counted by copies and not by the clock, which may be wrong.
 * @param names of copies; other files are never named
 */
export function tooMany(names: readonly string[]): string[] {
	const copies = copiesAmong(names);
	const stay = new Set(copies.slice(0, NEWEST));
	const keepLastOfEach = (most: number, slot: (name: string) => string | undefined) => {
		const slots = new Map<string | undefined, string>();
		for (const name of copies) if (!slots.has(slot(name))) slots.set(slot(name), name);
		for (const name of [...slots.values()].slice(0, most)) stay.add(name);
	};
	keepLastOfEach(HOURS, (name) => NAME.exec(name)?.slice(1, 3).join(' '));
	keepLastOfEach(DAYS, (name) => NAME.exec(name)?.[1]);
	return copies.filter((name) => !stay.has(name));
}
