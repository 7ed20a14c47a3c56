import { joined, numberBytes, Reader, textBytes } from './bytes';

/**
 * Socket.IO's packets on the wire, for both ends (its `parser` option). What holds no bytes is the
 * text Socket.IO itself would send. What holds bytes is one binary frame, where Socket.IO sends
 * two, and the updates of sheets, which are most of all traffic, name nothing they need not.
 *
 * A frame begins with its kind. Bytes may stand in the fields of a message and no deeper.
 */
export interface Packet {
	/** As Socket.IO counts them. */
	type: number;
	nsp: string;
	data?: unknown;
	/** Where an answer is wanted, or the number of the question that is answered. */
	id?: number;
}

export const EVENT = 2;
export const ACK = 3;
const [CONNECT, DISCONNECT, CONNECT_ERROR] = [0, 1, 4];

/** Any packet: type, id + 1 or 0, JSON, then for each bytes: which argument, its field, length, bytes. */
const ANY = 0;
/** `[id + 1 or 0] sheet update` */
const UPDATES = ['sheet:update', 'sheet:catch-up', 'sheet:updated'];
const FIRST_UPDATE = 1;
/** `[id] which`, the answers most updates get. */
const TAKEN = 4;
const ANSWERS = ['kept', 'known', 'gap'];

/** Names that mean something of their own to an event emitter. */
const RESERVED = ['connect', 'connect_error', 'disconnect', 'disconnecting', 'newListener'];

type Message = Record<string, unknown>;

export class Encoder {
	/** @returns what goes out: one string or one frame */
	encode(packet: Packet): [string | Uint8Array] {
		const { type, id, data } = packet;
		if ((type === EVENT || type === ACK) && Array.isArray(data)) {
			const frame = (type === ACK ? taken(id, data) : update(id, data)) ?? withBytes(packet, data);
			if (frame) return [frame];
		}
		return [`${type}${id ?? ''}${data === undefined ? '' : JSON.stringify(data)}`];
	}
}

function update(id: number | undefined, [name, message, ...more]: unknown[]) {
	const kind = UPDATES.indexOf(name as string);
	if (kind < 0 || more.length > 0 || !isMessage(message)) return undefined;
	const { sheet, update, ...others } = message;
	if (typeof sheet !== 'string' || !(update instanceof Uint8Array)) return undefined;
	if (Object.keys(others).length > 0) return undefined;
	return joined([[FIRST_UPDATE + kind], questionBytes(id), textBytes(sheet), update]);
}

function taken(id: number | undefined, [message, ...more]: unknown[]) {
	if (id === undefined || more.length > 0 || !isMessage(message)) return undefined;
	const which = ANSWERS.indexOf(message.what as string);
	if (which < 0 || Object.keys(message).length > 1) return undefined;
	return joined([[TAKEN], numberBytes(id), [which]]);
}

function withBytes({ type, id }: Packet, data: unknown[]) {
	const parts: ArrayLike<number>[] = [];
	const plain = data.map((part, at) => {
		if (!isMessage(part)) return part;
		const bytes = Object.entries(part).filter(([, value]) => value instanceof Uint8Array);
		if (bytes.length === 0) return part;
		for (const [field, value] of bytes as [string, Uint8Array][])
			parts.push(numberBytes(at), textBytes(field), numberBytes(value.length), value);
		return Object.fromEntries(
			Object.entries(part).filter(([, value]) => !(value instanceof Uint8Array))
		);
	});
	if (parts.length === 0) return undefined;
	return joined([[ANY, type], questionBytes(id), textBytes(JSON.stringify(plain)), ...parts]);
}

const questionBytes = (id: number | undefined) => numberBytes(id === undefined ? 0 : id + 1);

function isMessage(value: unknown): value is Message {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Takes packets apart, whatever came: what is none throws, and Socket.IO then closes. */
export class Decoder {
	#listeners = new Set<(packet: Packet) => void>();

	on(_event: 'decoded', listener: (packet: Packet) => void): void {
		this.#listeners.add(listener);
	}

	/** As browsers' Socket.IO lets go … */
	off(_event: 'decoded', listener: (packet: Packet) => void): void {
		this.#listeners.delete(listener);
	}

	/** … and as the server's does. */
	removeListener(event: 'decoded', listener: (packet: Packet) => void): void {
		this.off(event, listener);
	}

	/** One message of the transport. */
	add(message: unknown): void {
		const packet = typeof message === 'string' ? readText(message) : readFrame(bytesOf(message));
		for (const listener of this.#listeners) listener(packet);
	}

	destroy(): void {}
}

/** Without a detour over Node's Buffer, whose views are slow to make. */
function bytesOf(message: unknown): Uint8Array {
	if (message instanceof ArrayBuffer) return new Uint8Array(message);
	if (!(message instanceof Uint8Array)) throw new Error('neither text nor bytes');
	return new Uint8Array(message.buffer, message.byteOffset, message.byteLength);
}

function readText(text: string): Packet {
	const [, kind, number, json] = /^([0-4])(\d{0,15})([^]*)$/.exec(text) ?? [];
	if (json === undefined) throw new Error('no packet');
	const data: unknown = json === '' ? undefined : JSON.parse(json);
	return checked(Number(kind), number ? Number(number) : undefined, data);
}

function readFrame(bytes: Uint8Array): Packet {
	const frame = new Reader(bytes);
	const kind = frame.byte();
	if (kind === TAKEN) {
		const [id, what] = [frame.number(), ANSWERS[frame.byte()]];
		if (!what || !frame.isAtEnd) throw new Error('no answer');
		return { type: ACK, nsp: '/', id, data: [{ what }] };
	}
	if (UPDATES[kind - FIRST_UPDATE]) {
		const { event, id, sheet, update } = readUpdate(bytes);
		return checked(EVENT, id, [event, { sheet, update }]);
	}
	if (kind !== ANY) throw new Error('no kind of frame');
	const type = frame.byte();
	const id = question(frame);
	const data: unknown = JSON.parse(frame.text());
	if (!Array.isArray(data)) throw new Error('no packet');
	while (!frame.isAtEnd) {
		const message: unknown = data[frame.number()];
		const field = frame.text();
		if (!isMessage(message) || !/^[a-z]+$/i.test(field)) throw new Error('no place for bytes');
		message[field] = frame.take(frame.number());
	}
	return checked(type, id, data);
}

/** An update of a sheet that came as a frame of its own. */
export interface UpdateFrame {
	event: string;
	/** The question's number, where an answer is wanted. */
	id: number | undefined;
	sheet: string;
	update: Uint8Array;
}

/** Whether a message of the transport is an update of a sheet, as far as its first byte says. */
export function isUpdate(message: unknown): message is Uint8Array | ArrayBuffer {
	if (typeof message === 'string') return false;
	return UPDATES[(bytesOf(message)[0] ?? 0) - FIRST_UPDATE] !== undefined;
}

/**
 * Takes apart what `isUpdate` says is one.
 * @throws where it ends too early
 */
export function readUpdate(message: Uint8Array | ArrayBuffer): UpdateFrame {
	const frame = new Reader(bytesOf(message));
	const event = UPDATES[frame.byte() - FIRST_UPDATE] ?? '';
	return { event, id: question(frame), sheet: frame.text(), update: frame.rest() };
}

function question(frame: Reader): number | undefined {
	const number = frame.number();
	return number === 0 ? undefined : number - 1;
}

/** A packet of the one namespace there is, with the data that its type has. */
function checked(type: number, id: number | undefined, data: unknown): Packet {
	if (!fits(type, id, data)) throw new Error('no packet');
	const packet: Packet = { type, nsp: '/' };
	if (id !== undefined) packet.id = id;
	if (data !== undefined) packet.data = data;
	return packet;
}

function fits(type: number, id: number | undefined, data: unknown): boolean {
	switch (type) {
		case CONNECT:
			return data === undefined || isMessage(data);
		case DISCONNECT:
			return data === undefined;
		case EVENT: {
			const name: unknown = Array.isArray(data) ? data[0] : undefined;
			return typeof name === 'string' && !RESERVED.includes(name);
		}
		case ACK:
			return id !== undefined && Array.isArray(data);
		case CONNECT_ERROR:
			return isMessage(data);
		default:
			return false;
	}
}
