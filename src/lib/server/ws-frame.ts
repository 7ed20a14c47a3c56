import * as parser from '../protocol/parser';

const encoder = new parser.Encoder();

/**
 * An event for many, made once: its bytes, as they are sent where a browser polls, and the whole
 * frame for those with a WebSocket.
 * @param message holds bytes
 */
export function framed(event: string, message: object) {
	const [bytes] = encoder.encode({ type: parser.EVENT, nsp: '/', data: [event, message] });
	const frame = wsFrame(bytes as Uint8Array);
	return { bytes, options: { wsPreEncodedFrame: [frame], compress: false } };
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
