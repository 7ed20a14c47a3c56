import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { MAX_CATCH_UP, MAX_UPDATE } from '../../src/lib/protocol/sheet';
import { sheetValue } from '../../src/lib/server/sheet-value';
import type { WorkshopState } from '../../src/lib/workshop/state';
import { openWorkshop, serve, take } from './workshop';
import { Writer } from './writer';

let server: Awaited<ReturnType<typeof serve>>;
let state: WorkshopState;
let sheet = '';
let [writer, mate]: Writer[] = [];

beforeAll(async () => {
	server = await serve();
	state = await openWorkshop({ people: 2, teams: 1 });
	sheet = state.sheets[0]?.id ?? '';
	[writer, mate] = await Promise.all(
		(state.division?.teams[0]?.members ?? []).map(
			async ({ person }) => new Writer(server.url, await take(state, person), state.code, sheet)
		)
	);
	await Promise.all([writer?.join(), mate?.join()]);
});
afterAll(async () => {
	writer?.close();
	mate?.close();
	await server.stop();
});

describe('C4, R22: what is too large', () => {
	test('an update over 64 KiB and a catch-up over 2 MiB are refused with the reason', async () => {
		const pen = writer as Writer;
		const large = { what: 'refused', why: 'too-large' };
		expect(await pen.send(new Uint8Array(MAX_UPDATE + 1))).toEqual(large);
		expect(await pen.send(new Uint8Array(1e6))).toEqual(large);
		expect(await pen.catchUp(new Uint8Array(MAX_CATCH_UP + 1))).toEqual(large);
		expect(await pen.send(pen.write('small'))).toEqual({ what: 'kept' });
	});
	test('a full sheet takes no more text, and still takes words away; then there is room', async () => {
		const [pen, other] = [writer, mate] as [Writer, Writer];
		const part = 'word '.repeat(12_000);
		let answer: unknown;
		for (let n = 0; n < 60; n++) {
			answer = await pen.send(pen.write(part));
			if ((answer as { what: string }).what !== 'kept') break;
		}
		expect(answer).toEqual({ what: 'refused', why: 'sheet-full' });
		const full = (await sheetValue(sheet))?.notes.length ?? 0;
		expect(full).toBeGreaterThan(1.9e6);
		expect(full).toBeLessThan(2 ** 21);
		await pen.join();
		expect(pen.doc.getText('notes|text').toString()).toHaveLength(full);
		expect(await other.send(other.write('not one more '.repeat(4900)))).toMatchObject({
			why: 'sheet-full'
		});
		await other.join();
		pen.doc.getText('notes|text').delete(0, 1_000_000);
		expect(await pen.send(pen.taken())).toEqual({ what: 'kept' });
		expect(await other.send(other.write('room again'))).toEqual({ what: 'kept' });
		expect((await sheetValue(sheet))?.notes).toHaveLength(full - 1_000_000 + 'room again'.length);
	}, 60_000);
	test('fifty thousand letters, each in a place of its own, are one sheet, and whoever joins has it', async () => {
		const pen = mate as Writer;
		await pen.join();
		const vector = Y.encodeStateVector(pen.doc);
		const text = pen.doc.getText('notes|text');
		const end = text.length;
		pen.doc.transact(() => {
			for (let n = 0; n < 50_000; n++) text.insert((n * 7919) % end, '.');
		});
		const words = text.toString();
		const all = Y.encodeStateAsUpdate(pen.doc, vector);
		expect(await pen.catchUp(all)).toEqual({ what: 'kept' });
		await pen.join();
		expect(pen.doc.getText('notes|text').toString()).toBe(words);
	}, 60_000);
});
