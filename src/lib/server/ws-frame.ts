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
