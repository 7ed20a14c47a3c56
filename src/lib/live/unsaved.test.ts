import { describe, expect, test } from 'vitest';
import { flow, Page, Server } from '../../../tests/fixtures/paper-server';
import { LAYOUT } from '../../../tests/fixtures/sheet';
import { readSheet, textOf } from '../sheet/read';
import type { Change, Pad } from './wire';
import * as Y from 'yjs';

/** What a device keeps of one sheet, on paper: its text, and notes of what is not acknowledged. */
class Device implements Pad {
	notes = new Map<string, string[]>();
	rows: Uint8Array[] = [];

	wrote = ({ id, keys, update }: Change) => {
		this.notes.set(id, keys);
		if (update) this.rows.push(update);
	};
	acknowledged = (ids: string[]) => ids.forEach((id) => this.notes.delete(id));

	/** A tab is opened on what is kept here. */
	open(server: Server, name: string): Page {
		const page = new Page(server, name, this);
		for (const row of this.rows) Y.applyUpdate(page.doc, row);
		page.link.restore([...this.notes].map(([id, keys]) => ({ id, keys, update: undefined })));
		return page;
	}
}

const type = (page: Page, words: string) => textOf(page.doc, 'notes', 'text').insert(0, words);
const notes = (doc: Y.Doc) => readSheet(doc, LAYOUT).notes;

describe('changes that no server has acknowledged', () => {
	test('R9: are counted again in a tab that is opened on what the device kept, and sent once', () => {
		const [server, device] = [new Server(), new Device()];
		const first = device.open(server, 'a');
		for (const words of ['three ', 'two ', 'one ']) type(first, words);
		const again = device.open(server, 'a');
		expect(again.link.unsaved).toBe(3);
		type(again, 'and ');
		expect(again.link.unsaved).toBe(4);
		again.connect();
		flow(again);
		expect(again.link.unsaved).toBe(0);
		expect(again.link.settled).toBe(true);
		expect(notes(server.doc)).toBe('and one two three ');
		expect(device.notes.size).toBe(0);
		expect(again.log).toEqual(['sheet:join', 'sheet:catch-up']);
	});
	test('R9: what another tab brought meanwhile is known, and counted no more', () => {
		const [server, device] = [new Server(), new Device()];
		const left = device.open(server, 'a');
		type(left, 'mine ');
		const right = device.open(server, 'a');
		type(right, 'too ');
		right.connect();
		flow(right);
		expect([left.link.unsaved, right.link.unsaved]).toEqual([1, 0]);
		left.connect();
		flow(left, right);
		expect(left.link.unsaved).toBe(0);
		expect(notes(server.doc)).toBe('too mine ');
		expect(device.notes.size).toBe(0);
	});
	test('R10: are not called saved while the answer is under way', () => {
		const [server, device] = [new Server(), new Device()];
		const page = device.open(server, 'a');
		page.connect();
		flow(page);
		type(page, 'word');
		page.step(0);
		expect(page.link.settled).toBe(false);
		flow(page);
		expect(page.link.settled).toBe(true);
	});
	test('R10: a server that lost its disk is brought everything before it says saved', () => {
		const [server, device] = [new Server(), new Device()];
		const page = device.open(server, 'a');
		page.connect();
		type(page, 'kept');
		flow(page);
		page.drop();
		server.doc = new Y.Doc();
		page.connect();
		while (page.link.state !== 'live') page.step(0);
		expect([page.link.unsaved, page.link.settled]).toEqual([0, false]);
		flow(page);
		expect([notes(server.doc), page.link.settled]).toEqual(['kept', true]);
	});
	test('R13: a refusal names the fields of changes made before the tab was opened again', () => {
		const [server, device] = [new Server(), new Device()];
		type(device.open(server, 'a'), 'refused');
		const again = device.open(server, 'a');
		server.next = { what: 'refused', why: 'sheet-full' };
		again.connect();
		flow(again);
		expect(again.ends).toEqual([{ why: 'sheet-full', keys: ['notes|text'] }]);
	});
});
