import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** What a trace of the server's own calls to the system comes to. */
export interface Order {
	/** Answers *kept* that left, by the socket's id. */
	kept: Map<string, number>;
	/** Team-mates' updates that left: markers, each once. */
	passedOn: Set<string>;
	/** Markers that stand on the disk. */
	durable: Set<string>;
	/** What left before it was on the disk. */
	early: string[];
}

const CALL = /^(?:\[?(?:pid )?\s*\d+\]?\s+)?(\w+)\((\d+)(?:<([^>]*)>)?(?:, (.*))?/;
const MARKER = /c\d+-\d{4,}/g;
/** The answer *kept* as strace prints its whole frame: header, kind, the question's number in 7 bits a byte, 0. */
const KEPT = /"\\202\\(?:00)?[345]\\(?:00)?4(?:\\[0-7]{1,3}|\\.|[^\\"]){1,3}\\0{1,3}"/g;

/**
 * Reads what `strace -f -y -s 100000 -e trace=pwrite64,fsync,fdatasync,write,writev,sendto,sendmsg`
 * wrote, and holds it against the promise: a marker is durable once the log file that got it was
 * synced; only then may a socket carry it, or the answer to whoever sent it.
 * @param writers marker of each writer's n-th update, by the socket's id
 */
export async function readOrder(
	file: string,
	writers: ReadonlyMap<string, (count: number) => string>
): Promise<Order> {
	const order: Order = { kept: new Map(), passedOn: new Set(), durable: new Set(), early: [] };
	const written = new Set<string>();
	const socketOf = new Map<string, string>();
	let syncing = false;
	const lines = createInterface({ input: createReadStream(file), crlfDelay: Infinity });
	for await (const line of lines) {
		if (syncing && /f(?:data)?sync resumed>.*= 0/.test(line)) {
			syncing = false;
			settle(written, order.durable);
			continue;
		}
		const [, call = '', number = '', path = '', rest = ''] = CALL.exec(line) ?? [];
		if (call === 'pwrite64' && path.endsWith('-wal'))
			for (const [marker] of rest.matchAll(MARKER)) written.add(marker);
		else if (/^f(?:data)?sync$/.test(call) && path.endsWith('-wal')) {
			if (line.includes('<unfinished')) syncing = true;
			else settle(written, order.durable);
		} else if (/^(?:write|writev|sendto|sendmsg)$/.test(call) && path.startsWith('socket')) {
			const sid = /40\{\\"sid\\":\\"([\w-]+)/.exec(rest)?.[1];
			if (sid) socketOf.set(number, sid);
			leaves(rest, socketOf.get(number) ?? '');
		}
	}
	return order;

	/** Something goes out by a socket. */
	function leaves(text: string, sid: string): void {
		for (const [marker] of text.matchAll(MARKER)) {
			order.passedOn.add(marker);
			if (!order.durable.has(marker)) order.early.push(`${marker} to a team-mate`);
		}
		const marker = writers.get(sid);
		for (const _ of marker ? text.matchAll(KEPT) : []) {
			const count = (order.kept.get(sid) ?? 0) + 1;
			order.kept.set(sid, count);
			if (marker && !order.durable.has(marker(count)))
				order.early.push(`the answer to ${marker(count)}`);
		}
	}
}

function settle(written: Set<string>, durable: Set<string>): void {
	for (const marker of written) durable.add(marker);
	written.clear();
}
