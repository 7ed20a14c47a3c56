import { Pace } from '../protocol/pace';
import type { Cut } from '../protocol/live';

/**
 * Updates a second that one device may send for as long as it likes: ten times what a fast typist
 * sends. Tests that hammer on purpose raise it.
 */
const UPDATES = Number(process.env.BARAZA_PACE) || 100;
/** Four seconds of that may come at once: a paste, a catch-up, a page that was away. */
const PACE = { perSecond: UPDATES, burst: 4 * UPDATES };
/** What would have to wait longer comes from no page: the device is cut. Ms. */
const MOST_WAIT = 5_000;
/** A device that was cut stays away so long, ms. */
const AWAY = 10_000;
/** An update weighs one, and one for so many bytes more. */
const WEIGHT = 16 * 1024;
/** To connect costs as much as so many updates. */
const CONNECTING = 10;
/** A page tells four places a second; what comes faster is dropped. */
const PLACES = { perSecond: 10, burst: 30 };
/** Tabs of one device, those that died and are not yet noticed included. */
const DEVICE_LINES = 8;
/** Connections of one person, with all their devices. */
const PERSON_LINES = 24;

/** A connection as far as it can be ended. */
interface Line {
	cut: (why: Cut) => void;
}

interface Sender {
	updates: Pace;
	places: Pace;
	/** Until then it is not let in, ms of the same clock. */
	away: number;
}

/** By device. People are counted, never addresses: a hotel's Wi-Fi is one address. */
const senders = new Map<string, Sender>();
/** Open connections by device and by person, the oldest first. */
const lines = new Map<string, Set<Line>>();

function senderOf(device: string, now: number): Sender {
	const known = senders.get(device);
	if (known) return known;
	for (const [other, { updates, away }] of senders)
		if (updates.isRested(now) && away <= now) senders.delete(other);
	const sender = { updates: new Pace(PACE), places: new Pace(PLACES), away: 0 };
	senders.set(device, sender);
	return sender;
}

/** Whether a device may connect now: not while it is to stay away, nor a hundred times a second. */
export function mayConnect(device: string, now: number): boolean {
	const sender = senderOf(device, now);
	return sender.away <= now && sender.updates.allows(CONNECTING, now);
}

/**
 * Counts a connection. Of too many the oldest is cut: it is most likely one that died unnoticed.
 * @returns ends that
 */
export function enter(device: string, person: string, line: Line): () => void {
	const places = [
		{ name: `device:${device}`, most: DEVICE_LINES },
		{ name: `person:${person}`, most: PERSON_LINES }
	];
	for (const { name, most } of places) {
		const all = lines.get(name) ?? new Set();
		lines.set(name, all.add(line));
		const [oldest] = all;
		if (all.size > most) oldest?.cut('too-many');
	}
	return () => {
		for (const { name } of places) {
			const all = lines.get(name);
			all?.delete(line);
			if (all?.size === 0) lines.delete(name);
		}
	};
}

/**
 * Weighs a message. Whoever sends faster than anybody types waits longer and longer, and is cut.
 * @param message as it came
 * @returns ms that it waits before it is heard; undefined: it is not heard
 */
function weigh(device: string, event: string, message: unknown, now: number): number | undefined {
	const sender = senderOf(device, now);
	if (sender.away > now) return undefined;
	if (event === 'presence:move') return sender.places.allows(1, now) ? 0 : undefined;
	const wait = sender.updates.take(1 + Math.floor(bytesOf(message) / WEIGHT), now);
	if (wait <= MOST_WAIT) return wait;
	sender.away = now + AWAY;
	sender.updates = new Pace(PACE);
	for (const line of lines.get(`device:${device}`) ?? []) line.cut('too-fast');
	return undefined;
}

/** Does what a message asks, once its device may ask it. */
export function inTime(device: string, event: string, message: unknown, work: () => void): void {
	const wait = weigh(device, event, message, performance.now());
	if (wait === 0) work();
	else if (wait !== undefined) setTimeout(work, wait);
}

function bytesOf(message: unknown): number {
	if (typeof message !== 'object' || message === null || !('update' in message)) return 0;
	return message.update instanceof Uint8Array ? message.update.length : 0;
}
