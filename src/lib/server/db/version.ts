import { db, once } from './index';

const version = once(() =>
	db.$client.prepare<[string], number>('select version from workshop where id = ?').pluck()
);

/**
 * Versions as they were last read: every group of updates asks for one. Only this process writes
 * here (`holdFolder`), and only steps move a version.
 */
const known = new Map<string, number>();

/** A workshop's version now; undefined where there is none. */
export function versionOf(id: string): number | undefined {
	const now = known.get(id) ?? version().get(id);
	if (now !== undefined) known.set(id, now);
	return now;
}

/** It is read again at its next use: a step was taken, or undone. */
export function versionMoved(id: string): void {
	known.delete(id);
}
