import * as v from 'valibot';
import { MAX_CATCH_UP, type SheetUpdate } from '../protocol/sheet';

// What may come over the wire. Larger updates are refused with their own reason further in.
const ID = /^[\w-]{1,40}$/;
const id = v.pipe(v.string(), v.regex(ID));
const bytes = (most: number) =>
	v.pipe(
		v.instance(Uint8Array),
		v.check((value) => value.length <= most)
	);

export const handshake = v.object({
	as: v.picklist(['person', 'facilitator', 'screen']),
	workshop: v.optional(id),
	version: v.pipe(v.number(), v.integer(), v.minValue(0)),
	hearsAll: v.optional(v.boolean())
});

export const joinSheet = v.object({
	sheet: id,
	client: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 32 - 1)),
	vector: bytes(64 * 1024)
});

export const place = v.object({
	at: v.nullable(v.pipe(v.string(), v.maxLength(300))),
	writing: v.boolean()
});

export const group = v.object({ group: v.nullable(v.pipe(v.string(), v.maxLength(2000))) });

/**
 * An update of a sheet. It comes a hundred times as often as everything else, so it is looked at
 * by hand: the same conditions as a schema, a tenth of the time.
 */
export function readUpdate(message: unknown): SheetUpdate | undefined {
	if (typeof message !== 'object' || message === null) return undefined;
	const { sheet, update } = message as Partial<Record<keyof SheetUpdate, unknown>>;
	if (typeof sheet !== 'string' || !ID.test(sheet)) return undefined;
	if (!(update instanceof Uint8Array) || update.length > MAX_CATCH_UP * 2) return undefined;
	return { sheet, update };
}
