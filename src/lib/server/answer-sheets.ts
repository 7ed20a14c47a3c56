import * as v from 'valibot';
import type { Joined, Taken } from '../protocol/sheet';
import { answered } from './answered';
import { takeUpdate } from './commit';
import { inTime } from './flood';
import { hearUpdates } from './hear-updates';
import type { LiveSocket } from './live';
import * as messages from './messages';
import { joinSheet, type Writer } from './sheets';
import { sparePing } from './spare-ping';
import { tally } from './tally';
import { answerOut, send } from './ws-frame';

const [UPDATE, CATCH_UP] = ['sheet:update', 'sheet:catch-up'] as const;

/** The room of everybody who has joined a sheet. */
export const sheetRoom = (sheet: string) => `sheet:${sheet}`;

/**
 * Answers what a person's device asks of sheets.
 * @returns ends it
 */
export function answerSheets(socket: LiveSocket, writer: Writer): () => void {
	socket.on('sheet:join', async (message, ack) => {
		const said = v.safeParse(messages.joinSheet, message);
		const reply = await answered<Joined>({ ok: false, why: 'internal' }, async () =>
			said.success
				? joinSheet(writer, said.output, () => void socket.join(sheetRoom(said.output.sheet)))
				: { ok: false, why: 'malformed' }
		);
		if (typeof ack === 'function') ack(reply);
	});
	const take = (event: string, message: unknown, tell: (taken: Taken) => void) => {
		const answer = (taken: Taken) => {
			if (taken.what === 'refused') tally(`refused: ${taken.why}`);
			tell(taken);
		};
		const said = messages.readUpdate(message);
		if (!said) return answer({ what: 'refused', why: 'malformed' });
		takeUpdate({ writer, bring: event === CATCH_UP, ...said }, socket.id, answer);
	};
	// What says that it is an update and is none comes through Socket.IO.
	for (const event of [UPDATE, CATCH_UP] as const)
		socket.on(event, (message, ack) =>
			take(event, message, (taken) => typeof ack === 'function' && ack(taken))
		);
	return hearUpdates(socket.conn, ({ event, id, ...message }) => {
		if (event !== UPDATE && event !== CATCH_UP) return;
		inTime(writer.device, event, message, () => {
			if (!socket.connected) return; // freed while it waited
			take(event, message, (taken) => {
				if (id === undefined) return;
				send(socket.conn, answerOut(id, taken));
				if (socket.data.hearsAll) sparePing(socket.conn);
			});
		});
	});
}
