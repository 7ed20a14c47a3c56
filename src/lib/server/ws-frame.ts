import * as parser from '../protocol/parser';
import type { Taken } from '../protocol/sheet';

/** A connection as engine.io has it, under Socket.IO. */
export interface Connection {
	write(message: string, options: { compress: boolean; wsPreEncodedFrame?: Buffer[] }): unknown;
}

/** A message made once for all who get it. */
export interface Outgoing {
	/** As it is sent where a browser polls. */
	message: string | Uint8Array;
	/** The whole frame for a WebSocket; what holds no bytes has none. */
	frame?: Buffer;
}

const encoder = new parser.Encoder();

/** An event for many. @param message holds bytes */
export const eventOut = (event: string, message: object): Outgoing =>
	outgoing({ type: parser.EVENT, nsp: '/', data: [event, message] });

/** The answer to an update that came as a frame of its own, by the question's number. */
export const answerOut = (id: number, answer: Taken): Outgoing =>
	outgoing({ type: parser.ACK, nsp: '/', id, data: [answer] });

function outgoing(packet: parser.Packet): Outgoing {
	const [message] = encoder.encode(packet);
	return typeof message === 'string' ? { message } : { message, frame: wsFrame(message) };
}

/**
 * Sends it. Updates and their answers are most of what is ever sent, and half of what a send costs
 * are queues and events of engine.io and ws. Where a WebSocket is open and nothing waits on it, its
 * frame goes straight to the network's stream, in order behind whatever went before.
 * @param connection undefined: it is gone, and so is the message
 */
export function send(connection: Connection | undefined, { message, frame }: Outgoing): void {
	if (!connection) return;
	const stream = frame && idleStream(connection);
	if (stream) stream.write(frame);
	else
		connection.write(message as string, {
			compress: false,
			...(frame && { wsPreEncodedFrame: [frame] })
		});
}

/** What engine.io and ws keep to themselves; where a version has it elsewhere, all goes through them. */
interface Insides {
	readyState?: string;
	writeBuffer?: unknown[];
	transport?: {
		name?: string;
		writable?: boolean;
		socket?: {
			readyState?: number;
			_socket?: { writableLength: number; write(b: Buffer): boolean };
		};
	};
}

const OPEN = 1;

function idleStream(connection: Connection) {
	const { readyState, writeBuffer, transport } = connection as unknown as Insides;
	if (readyState !== 'open' || writeBuffer?.length !== 0) return undefined;
	if (transport?.name !== 'websocket' || !transport.writable) return undefined;
	const { socket } = transport;
	if (socket?.readyState !== OPEN || socket._socket?.writableLength !== 0) return undefined;
	return socket._socket;
}

/**
 * A whole binary message as it stands on the wire of a WebSocket (RFC 6455, section 5.2): made once
 * for all who get it, in one piece, so that each costs one plain write.
 */
export function wsFrame(bytes: Uint8Array): Buffer {
	const { length } = bytes;
	const header = length < 126 ? 2 : length < 65_536 ? 4 : 10;
	const frame = Buffer.allocUnsafe(header + length);
	frame[0] = 0x82; // the only piece, binary
	frame[1] = header === 2 ? length : header === 4 ? 126 : 127;
	if (header === 4) frame.writeUInt16BE(length, 2);
	if (header === 10) frame.writeBigUInt64BE(BigInt(length), 2);
	frame.set(bytes, header);
	return frame;
}
