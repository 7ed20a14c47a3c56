import * as parser from '../protocol/parser';

/** The server's end of the parser. Updates of sheets are left to `hearUpdates`. */
class OtherDecoder extends parser.Decoder {
	override add(message: unknown): void {
		if (!parser.isUpdate(message)) super.add(message);
	}
}

/** Socket.IO's `parser` option. */
export const serverParser = { Encoder: parser.Encoder, Decoder: OtherDecoder };

/** A connection as engine.io has it, under Socket.IO. */
interface Connection {
	on(event: 'data', listener: (message: unknown) => void): unknown;
	off(event: 'data', listener: (message: unknown) => void): unknown;
	close(): unknown;
}

/**
 * Hears the updates that a connection brings, in order, as its other messages are heard by
 * Socket.IO. They are most of what is ever heard, and the way through Socket.IO (a packet, two
 * turns of the event loop, a function to answer by) costs more than taking them apart. A frame that
 * is none ends the connection, as Socket.IO would.
 * @returns ends it
 */
export function hearUpdates(
	connection: Connection,
	hear: (update: parser.UpdateFrame) => void
): () => void {
	const listener = (message: unknown) => {
		if (!parser.isUpdate(message)) return;
		const update = taken(message);
		if (update) hear(update);
		else connection.close();
	};
	connection.on('data', listener);
	return () => void connection.off('data', listener);
}

function taken(message: Uint8Array | ArrayBuffer): parser.UpdateFrame | undefined {
	try {
		return parser.readUpdate(message);
	} catch {
		return undefined;
	}
}
