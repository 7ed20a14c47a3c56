import type { Changed } from '../protocol/live';
import type { RoomView } from '../view/room';
import { snapshotFor, type Viewer } from './viewers';

/** Somebody who looks at a workshop and is told what changes. */
export interface Receiver {
	viewer: Viewer;
	send(change: Changed): void;
	/** The parts as they were last sent. */
	told: Map<string, unknown>;
}

/** Facts that come in bursts (thirty people read an inject) make one round. */
const ROUND = 25;
/** Progress and presence are told to facilitators and projectors once a second. */
const LEADERS = 1000;

const receivers = new Set<Receiver>();
const rounds = new Map<string, NodeJS.Timeout>();

/** @returns what ends it */
export function tellFromNow(receiver: Receiver): () => void {
	receivers.add(receiver);
	return () => receivers.delete(receiver);
}

/** How many look, by what they are. */
export function connections(): { people: number; facilitators: number; projectors: number } {
	const count = (as: Viewer['as']) =>
		[...receivers].filter(({ viewer }) => viewer.as === as).length;
	return {
		people: count('person'),
		facilitators: count('facilitator'),
		projectors: count('screen')
	};
}

/** A step was committed: everybody who looks is told, once for all that comes within 25 ms. */
export function tellAll(workshop: string): void {
	plan(`all:${workshop}`, ROUND, (viewer) => viewer.workshop === workshop);
}

/** Something that is not stored changed: facilitators and projectors are told. */
export function tellLeaders(workshop: string): void {
	const leads = (viewer: Viewer) => viewer.workshop === workshop && viewer.as !== 'person';
	plan(`leaders:${workshop}`, LEADERS, leads);
}

/** Projectors are told at once. */
export function tellScreens(workshop: string): void {
	const shows = (viewer: Viewer) => viewer.workshop === workshop && viewer.as === 'screen';
	plan(`screens:${workshop}`, ROUND, shows);
}

/** Facilitators of every workshop are told. */
export function tellAllLeaders(): void {
	plan('leaders', ROUND, (viewer) => viewer.as === 'facilitator');
}

/** Whoever shows an address to others is told the new one. */
export function tellAboutAddress(): void {
	plan('address', ROUND, (viewer) => viewer.as !== 'person');
}

function plan(key: string, wait: number, whom: (viewer: Viewer) => boolean): void {
	if (rounds.has(key)) return;
	const run = async () => {
		rounds.delete(key);
		for (const receiver of receivers) if (whom(receiver.viewer)) await tell(receiver);
	};
	rounds.set(key, setTimeout(run, wait));
}

/** Ends what is planned. */
export function stopTelling(): void {
	for (const round of rounds.values()) clearTimeout(round);
	rounds.clear();
	receivers.clear();
}

/**
 * The toolbox is that of the workshop's edition, which stays: a page of any version has it. It is
 * most of a view, and somebody whose Wi-Fi is slow was away for longer.
 */
const STAYS = 'tools' satisfies keyof RoomView;

/**
 * Sends the parts that differ from what the receiver was last sent. Whoever comes is sent the
 * server's time in any case: theirs may have stood still in sleep.
 * @param has the version the page was loaded with, 0: none. Its parts need not be sent, but what is
 * not stored
 */
export async function tell(receiver: Receiver, has?: number): Promise<void> {
	const snapshot = await snapshotFor(receiver.viewer);
	if (!snapshot) return;
	const { version, now, view } = snapshot;
	const parts: Record<string, unknown> = {};
	for (const [name, part] of Object.entries(view)) {
		const known = name === STAYS ? has : has === version && name !== 'live';
		if (!known && !isSame(receiver.told.get(name), part)) parts[name] = part;
		receiver.told.set(name, part);
	}
	if (has !== undefined || Object.keys(parts).length) receiver.send({ version, now, parts });
}

/** Large parts are the same value until they change: compared by identity first. */
function isSame(a: unknown, b: unknown): boolean {
	return a === b || JSON.stringify(a) === JSON.stringify(b);
}
