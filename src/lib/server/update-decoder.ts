import * as parser from '../protocol/parser';

/** Events whose handlers get the question's number, and answer by it. */
const NUMBERED: unknown[] = ['sheet:update', 'sheet:catch-up'];

/**
 * The server's end of the parser. Whoever sends an update is answered past Socket.IO, which would
 * make a function for each question and take the answer through five others: the handler is given
 * the message and the question's number, and nothing else that came with it.
 */
class UpdateDecoder extends parser.Decoder {
	protected override passOn(packet: parser.Packet): parser.Packet {
		const { type, nsp, data, id } = packet;
		if (type !== parser.EVENT || !Array.isArray(data) || !NUMBERED.includes(data[0])) return packet;
		return { type, nsp, data: [data[0], data[1], id] };
	}
}

/** Socket.IO's `parser` option. */
export const serverParser = { Encoder: parser.Encoder, Decoder: UpdateDecoder };
