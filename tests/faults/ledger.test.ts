import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { setValue } from '../../src/lib/sheet/edit';
import { textOf } from '../../src/lib/sheet/read';
import type { Joined, Taken } from '../../src/lib/protocol/sheet';
import { Copy } from './copy';
import { Ledger, marker, markersIn } from './ledger';

/** A copy whose server answers when the test says so. */
function desk(ledger: Ledger, writer = 1, mates = [2]) {
	const doc = new Y.Doc();
	const answers: ((taken: Taken) => void)[] = [];
	const updates: Uint8Array[] = [];
	const copy = new Copy({ sheet: 's1', team: 'Acacia', writer, mates }, ledger, {
		emit: (event, message, ack) => {
			if (event === 'sheet:join') {
				const update = Y.encodeStateAsUpdate(doc);
				const joined: Joined = { ok: true, may: 'write', update, vector: Y.encodeStateVector(doc) };
				return (ack as (reply: Joined) => void)(joined);
			}
			if ('update' in message) updates.push(message.update);
			answers.push(ack as (taken: Taken) => void);
		}
	});
	copy.link.join();
	const answer = async (taken: Taken) => {
		await expect.poll(() => answers.length).toBeGreaterThan(0);
		answers.shift()?.(taken);
	};
	return { copy, answer, updates };
}

describe('marker', () => {
	test('reads as client and number', () => expect(marker(17, 42)).toBe('c17-0042'));
	test('is found again in a text', () =>
		expect(markersIn('so c1-0001 and (c12-10000) c3-1')).toEqual(['c1-0001', 'c12-10000']));
});

describe('Ledger', () => {
	test('an edit counts as acknowledged only after the server’s word', async () => {
		const ledger = new Ledger();
		const { copy, answer } = desk(ledger);
		textOf(copy.doc, 'notes', 'text').insert(0, 'c1-0001 ');
		expect(ledger.sum()).toMatchObject({ sent: 1, acknowledged: 0 });
		await answer({ what: 'kept' });
		expect(ledger.sum()).toMatchObject({ sent: 1, acknowledged: 1, refused: 0 });
	});
	test('a gap acknowledges nothing until the catch-up was kept', async () => {
		const ledger = new Ledger();
		const { copy, answer } = desk(ledger);
		textOf(copy.doc, 'notes', 'text').insert(0, 'c1-0001 ');
		await answer({ what: 'gap' });
		expect(ledger.sum().acknowledged).toBe(0);
		await answer({ what: 'kept' });
		expect(ledger.sum().acknowledged).toBe(1);
	});
	test('what was refused is counted as refused and never as acknowledged', async () => {
		const ledger = new Ledger();
		const { copy, answer } = desk(ledger);
		textOf(copy.doc, 'notes', 'text').insert(0, 'c1-0001 ');
		await answer({ what: 'refused', why: 'sheet-full' });
		expect(ledger.sum()).toMatchObject({ sent: 1, acknowledged: 0, refused: 1 });
		expect(copy.inSync).toBe(true);
	});
	test('an edit is delivered when the last team-mate has it, words and values alike', async () => {
		const ledger = new Ledger();
		const writer = desk(ledger, 1, [2, 3]);
		const [second, third] = [desk(ledger, 2, [1, 3]), desk(ledger, 3, [1, 2])];
		writer.copy.doc.transact(() => {
			textOf(writer.copy.doc, 'notes', 'text').insert(0, 'c1-0001 ');
		});
		setValue(writer.copy.doc, 'rec/abcdefghij', 'horizon', 'short');
		await writer.answer({ what: 'kept' });
		const [update] = writer.updates;
		second.copy.link.receive(update!);
		expect(ledger.sum().delivered).toBe(0);
		third.copy.link.receive(update!);
		expect(ledger.sum().delivered).toBe(2);
		expect(ledger.sum().p99).toBeGreaterThan(0);
	});
	test('notes which field a marker was written into, and that it was taken out', () => {
		const ledger = new Ledger();
		const { copy } = desk(ledger);
		const text = textOf(copy.doc, 'answer/why', 'reason');
		text.insert(0, 'c1-0001 so ');
		text.insert(0, 'c1-0002 and ');
		text.delete(0, 8);
		const key = 'answer/why|reason';
		expect(ledger.edits.map((edit) => edit.touches)).toEqual([
			[{ key, what: 'text', content: 'c1-0001' }],
			[{ key, what: 'text', content: 'c1-0002' }],
			[{ key, what: 'erased', content: 'c1-0002' }]
		]);
	});
});
