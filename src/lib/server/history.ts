import { History, type HistoryView, type Written } from '../sheet/history';
import { Replay } from '../sheet/replay';
import { authorsOf, type Authors } from './db/authors';
import type { LoggedRow } from './db/block';
import { logRows } from './db/log';

/** So many rows are looked at before others have their turn. */
const AT_ONCE = 500;

/** A sheet's log row by row, with who wrote each and what it changed. */
export async function* written(sheet: string, authors: Authors): AsyncGenerator<Written> {
	const replay = new Replay();
	for (const [i, row] of logRows(sheet).entries()) {
		if (i % AT_ONCE === AT_ONCE - 1) await new Promise(setImmediate);
		const change = replay.apply(row.bytes);
		const { seq, at, by: asked } = row;
		yield {
			seq,
			at,
			by: asked ?? writer(row, change.clients, authors),
			restored: asked !== null,
			change
		};
	}
}

/**
 * Whose new words an update carries, by its Yjs client ids: re-sending somebody's text makes
 * nobody its author. An update that only takes away is the bringer's.
 */
function writer({ device }: LoggedRow, clients: number[], authors: Authors): string {
	const known = clients.flatMap((client) => authors.clients.get(client) ?? []);
	return known[0] ?? authors.devices.get(device ?? '') ?? '';
}

/** The minutes of a sheet, for whoever may see it. */
export async function sheetHistory(sheet: string): Promise<HistoryView> {
	const history = new History();
	const authors = authorsOf(sheet);
	for await (const row of written(sheet, authors)) history.add(row);
	const name = (actor: string) => authors.names.get(actor) ?? '';
	return {
		minutes: history.minutes.map((one) => ({ ...one, by: one.by.map(name) })).reverse(),
		losses: history.losses.map((loss) => ({ ...loss, by: name(loss.by) })).reverse()
	};
}
