import * as v from 'valibot';
import { MAX_CATCH_UP } from '../protocol/sheet';

// What may come over the wire. Larger updates are refused with their own reason further in.
const id = v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/));
const bytes = (most: number) =>
	v.pipe(
		v.instance(Uint8Array),
		v.check((value) => value.length <= most)
	);

export const handshake = v.object({
	as: v.picklist(['person', 'facilitator', 'screen']),
	workshop: v.optional(id),
	version: v.pipe(v.number(), v.integer(), v.minValue(0))
});

export const joinSheet = v.object({
	sheet: id,
	client: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 32 - 1)),
	vector: bytes(64 * 1024)
});

export const sheetUpdate = v.object({ sheet: id, update: bytes(MAX_CATCH_UP * 2) });

export const place = v.object({
	at: v.nullable(v.pipe(v.string(), v.maxLength(300))),
	writing: v.boolean()
});
