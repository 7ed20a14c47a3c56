import { createDecoder, readVarUint, type Decoder } from 'lib0/decoding';
import * as Y from 'yjs';

/** What a V1 update carries: an item with content, or a stretch that was deleted long ago. */
export type Struct = Y.Item | Y.GC;

/** A stretch of clocks of one client. */
export interface Range {
	client: number;
	clock: number;
	length: number;
}

/** An update taken apart. Nothing in it has touched a document. */
export interface Frame {
	/** By client, without holes, in the order of clocks. */
	structs: Map<number, Struct[]>;
	deletes: Range[];
}

/** The largest client id Yjs makes. */
const MAX_CLIENT = 2 ** 32 - 1;
/**
 * Most pieces of one update. A struct of 2 bytes becomes an object of 100: 2 MiB of them hold
 * the process for a second. What a team writes in a day comes to a tenth of this.
 */
const MAX_STRUCTS = 2 ** 17;

/** V1, as `Y.decodeUpdate` reads it, but it counts, and tells where it stopped. */
class Reader extends Y.UpdateDecoderV1 {
	static #last: Reader | undefined;
	#structs = 0;

	constructor(decoder: Decoder) {
		super(decoder);
		Reader.#last = this;
	}

	override readInfo(): number {
		if (++this.#structs > MAX_STRUCTS) throw new Error('more structs than anybody types');
		return super.readInfo();
	}

	/** Bytes used by the latest reading. */
	static end(): number | undefined {
		return Reader.#last?.restDecoder.pos;
	}
}

/**
 * Takes an update apart without applying it. `Y.decodeUpdate` reads lazily and stops at the
 * first wrong byte; `Y.applyUpdate` would first set aside room for as many structs as the frame
 * claims (7 bytes claiming 30 million: a second and 229 MiB).
 * @param update V1 bytes from outside
 * @returns undefined where it is no update, or one that Yjs itself would never write: the same
 * client twice, structs of no length, holes, bytes after the end, more than 2^17 structs
 */
export function readFrame(update: Uint8Array): Frame | undefined {
	try {
		const { structs, ds } = Y.decodeUpdateV2(update, Reader);
		if (Reader.end() !== update.length) return undefined;
		const sections = inSections(structs);
		if (!sections || sections.size !== readVarUint(createDecoder(update))) return undefined;
		const deletes: Range[] = [];
		for (const [client, ranges] of ds.clients)
			for (const { clock, len } of ranges) deletes.push({ client, clock, length: len });
		return deletes.every((range) => range.length > 0) ? { structs: sections, deletes } : undefined;
	} catch {
		return undefined;
	}
}

function inSections(structs: (Struct | Y.Skip)[]): Map<number, Struct[]> | undefined {
	const sections = new Map<number, Struct[]>();
	let section: Struct[] = [];
	let client = -1;
	let clock = 0;
	for (const struct of structs) {
		if (struct instanceof Y.Skip || !(struct.length > 0)) return undefined;
		if (struct.id.client !== client) {
			({ client, clock } = struct.id);
			if (client > MAX_CLIENT || sections.has(client)) return undefined;
			sections.set(client, (section = []));
		}
		if (struct.id.clock !== clock) return undefined;
		clock += struct.length;
		if (!Number.isSafeInteger(clock)) return undefined;
		section.push(struct);
	}
	return sections;
}
