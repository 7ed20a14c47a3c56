import type { SetAside } from './set-aside';

/** Kept names in this browser begin so. */
const PREFIX = 'baraza:';
/** What stands in the list while a sheet is being deleted. */
const GOING = 'going';
/** A deletion that another tab holds up is not waited for longer, ms. */
const PATIENCE = 1000;

/**
 * Under this name a browser keeps one sheet: a database, and an entry in `localStorage` that lists
 * it and holds what was set aside. Without that entry nothing is kept: what cannot be found again
 * cannot be deleted.
 */
export function keptName(code: string, sheet: string): string {
	return `${PREFIX}${code}:${sheet}`;
}

/** @returns the sheets a browser keeps of a workshop */
export function keptSheets(code: string): string[] {
	const start = keptName(code, '');
	return names(start).map((name) => name.slice(start.length));
}

/** @returns the codes of the workshops of which a browser keeps anything */
export function keptCodes(): string[] {
	return [...new Set(names(PREFIX).map((name) => name.split(':')[1] ?? ''))];
}

/** Lists a sheet as kept. @throws where the browser refuses storage */
export function list(name: string): void {
	const found = localStorage.getItem(name);
	if (found === null || found === GOING) localStorage.setItem(name, '[]');
}

/** Whether a sheet is listed and not about to go. */
export function isListed(name: string): boolean {
	const found = localStorage.getItem(name);
	return found !== null && found !== GOING;
}

/** What was set aside of a sheet and not let go. */
export function readAside(name: string): SetAside[] {
	try {
		const found = localStorage.getItem(name);
		return found === null || found === GOING ? [] : (JSON.parse(found) as SetAside[]);
	} catch {
		return [];
	}
}

/**
 * Keeps what was set aside over a reload, unless the sheet is listed no more: whoever left the
 * device left nothing on it. Where storage is refused it stands in this tab only.
 */
export function writeAside(name: string, blocks: SetAside[]): void {
	try {
		if (isListed(name)) localStorage.setItem(name, JSON.stringify(blocks));
	} catch {
		// The page shows it in any case, with a button that copies it.
	}
}

/** Deletes the copy of a sheet; what was set aside of it stays. */
export async function drop(name: string): Promise<void> {
	await deleteDatabase(name);
	try {
		if (readAside(name).length === 0) localStorage.removeItem(name);
	} catch {
		// a browser that refuses storage has kept nothing
	}
}

/**
 * Deletes everything this browser keeps of a workshop: at "not me" and at its end. Other tabs let
 * go of it by themselves.
 */
export async function wipe(code: string): Promise<void> {
	const all = names(keptName(code, ''));
	sessionStorage.clear(); // votes that are not sent
	for (const name of all) localStorage.setItem(name, GOING);
	await Promise.all(
		all.map(async (name) => {
			await deleteDatabase(name);
			localStorage.removeItem(name);
		})
	);
}

function names(start: string): string[] {
	try {
		return Object.keys(localStorage).filter((name) => name.startsWith(start));
	} catch {
		return [];
	}
}

function deleteDatabase(name: string): Promise<void> {
	return new Promise((done) => {
		setTimeout(done, PATIENCE);
		try {
			const request = indexedDB.deleteDatabase(name);
			request.onsuccess = request.onerror = () => done();
		} catch {
			done(); // as above
		}
	});
}
