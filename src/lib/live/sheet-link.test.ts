import { describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { flow, joined, Page, Server } from '../../../tests/fixtures/paper-server';
import { seeded } from '../../../tests/fixtures/seeded';
import { LAYOUT, perform } from '../../../tests/fixtures/sheet';
import { MAX_UPDATE } from '../sheet/limits';
import { readSheet, textOf } from '../sheet/read';

const type = (page: Page, words: string) => textOf(page.doc, 'notes', 'text').insert(0, words);
const notes = (doc: Y.Doc) => readSheet(doc, LAYOUT).notes;

describe('SheetLink', () => {
	test('what is typed counts as unsaved until the server acknowledges it', () => {
		const server = new Server();
		const page = joined(server, 'a');
		expect(page.link.state).toBe('live');
		type(page, 'one');
		type(page, 'two');
		expect(page.link.unsaved).toBe(2);
		flow(page);
		expect(page.link.unsaved).toBe(0);
		expect(notes(server.doc)).toBe('twoone');
		expect(page.log).toEqual(['sheet:join', 'sheet:update']);
	});
	test('a team-mate sees it, and nothing is sent back', () => {
		const server = new Server();
		const [a, b] = [joined(server, 'a'), joined(server, 'b')];
		type(a, 'hello');
		flow(a, b);
		expect(notes(b.doc)).toBe('hello');
		expect(b.log).toEqual(['sheet:join']);
	});
	test('what is written offline goes with one catch-up after the next join', () => {
		const server = new Server();
		const page = joined(server, 'a');
		page.drop();
		expect(page.link.state).toBe('offline');
		for (const words of ['one ', 'two ', 'three ']) type(page, words);
		expect(page.link.unsaved).toBe(3);
		page.connect();
		flow(page);
		expect(page.link.unsaved).toBe(0);
		expect(notes(server.doc)).toBe('three two one ');
		expect(page.log).toEqual(['sheet:join', 'sheet:join', 'sheet:catch-up']);
	});
	test('an answer lost with the connection makes nothing twice and loses nothing', () => {
		const server = new Server();
		const page = joined(server, 'a');
		type(page, 'once');
		page.step(0);
		page.up.shift()?.();
		page.drop();
		expect(page.link.unsaved).toBe(1);
		page.connect();
		flow(page);
		expect(page.link.unsaved).toBe(0);
		expect(notes(server.doc)).toBe('once');
	});
	test('after a gap it joins again and sends what was missing', () => {
		const server = new Server();
		const page = joined(server, 'a');
		server.next = { what: 'gap' };
		type(page, 'words');
		flow(page);
		expect(notes(server.doc)).toBe('words');
		expect(page.log).toEqual(['sheet:join', 'sheet:update', 'sheet:join', 'sheet:catch-up']);
	});
	test('a server that lost its disk gets everything back, deletions too', () => {
		const server = new Server();
		const [a, b] = [joined(server, 'a'), joined(server, 'b')];
		type(a, 'kept words');
		flow(a, b);
		textOf(b.doc, 'notes', 'text').delete(0, 5);
		flow(a, b);
		for (const page of [a, b]) page.drop();
		server.doc = new Y.Doc();
		a.connect();
		flow(a);
		expect(notes(server.doc)).toBe('words');
	});
	test('a refusal ends that copy, names the fields, and a fresh one joins', () => {
		const server = new Server();
		const [a, b] = [joined(server, 'a'), joined(server, 'b')];
		type(b, 'kept');
		flow(a, b);
		const old = a.doc;
		server.next = { what: 'refused', why: 'unknown-field' };
		type(a, 'lost ');
		flow(a, b);
		expect(a.ends).toEqual([{ why: 'unknown-field', keys: ['notes|text'] }]);
		expect(notes(old)).toBe('lost kept');
		expect(notes(a.doc)).toBe('kept');
		type(a, 'new ');
		flow(a, b);
		expect(notes(server.doc)).toBe('new kept');
	});
	test('a sheet that was closed keeps the words, and sends them when it is open again', () => {
		const server = new Server();
		const page = joined(server, 'a');
		server.may = 'late';
		type(page, 'too late');
		flow(page);
		expect(page.link.state).toBe('late');
		expect(page.link.unsaved).toBe(1);
		server.may = 'write';
		page.link.join();
		flow(page);
		expect(notes(server.doc)).toBe('too late');
		expect(page.link.unsaved).toBe(0);
	});
	test('a server in trouble is asked again', () => {
		const server = new Server();
		const page = joined(server, 'a');
		server.next = { what: 'refused', why: 'internal' };
		type(page, 'words');
		flow(page);
		expect(page.ends).toEqual([]);
		expect(notes(server.doc)).toBe('words');
	});
	test('a client id that another device has is given up', () => {
		const server = new Server();
		const page = new Page(server, 'a');
		server.owners.set(page.doc.clientID, 'somebody else');
		type(page, 'typed before');
		page.connect();
		flow(page);
		type(page, 'after ');
		flow(page);
		expect(notes(server.doc)).toBe('after typed before');
	});
	test('a client id that Yjs itself gave up is announced before anything is sent', () => {
		const quiet = vi.spyOn(console, 'log').mockImplementation(() => {});
		const server = new Server();
		const [a, b] = [joined(server, 'a'), joined(server, 'b')];
		const twin = new Y.Doc();
		twin.clientID = a.doc.clientID;
		twin.getText('notes|text').insert(0, 'twin ');
		server.owners.set(twin.clientID, 'b');
		expect(server.take(b, Y.encodeStateAsUpdate(twin), false)).toEqual({ what: 'kept' });
		flow(a, b);
		expect(a.doc.clientID).not.toBe(twin.clientID);
		type(a, 'mine ');
		flow(a, b);
		expect(notes(server.doc)).toContain('mine ');
		quiet.mockRestore();
	});
	test('while somebody composes a word, nothing from outside is put in', () => {
		const server = new Server();
		const [a, b] = [joined(server, 'a'), joined(server, 'b')];
		a.link.hold();
		type(b, 'theirs');
		flow(a, b);
		expect(notes(a.doc)).toBe('');
		type(a, 'mine ');
		a.link.release();
		flow(a, b);
		expect(notes(a.doc)).toContain('theirs');
		expect(notes(server.doc)).toBe(notes(a.doc));
	});
	test('a text over the limit of one update still arrives', () => {
		const server = new Server();
		const page = joined(server, 'a');
		type(page, 'x'.repeat(2 * MAX_UPDATE));
		flow(page);
		expect(notes(server.doc)).toHaveLength(2 * MAX_UPDATE);
	});

	test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])(
		'through drops, lost answers, gaps and restores everything acknowledged stays (seed %i)',
		(seed) => {
			const random = seeded(seed);
			const server = new Server();
			const pages = ['a', 'b', 'c'].map((name) => joined(server, name));
			const marks: { page: Page; mark: string }[] = [];
			for (let n = 0; n < 1000; n++) {
				const page = pages[random(3)] as Page;
				const what = random(20);
				if (what < 4) {
					const edit = { what: random(10), pick: random(1000), at: random(1000), words: 'w' };
					perform(page.doc, edit);
				} else if (what < 6) {
					marks.push({ page, mark: `<${n}>` });
					type(page, `<${n}>`);
				} else if (what === 6 && server.pages.has(page)) page.drop();
				else if (what === 7 && page.link.state === 'offline') page.connect();
				else if (what === 8 && random(4) === 0) server.next = { what: 'gap' };
				else if (what === 9 && random(4) === 0) server.next = { what: 'refused', why: 'internal' };
				else page.step(random(3));
				if (n % 20 === 0 && page.link.state === 'live' && page.link.unsaved === 0) {
					const text = notes(server.doc);
					for (const mine of marks)
						if (mine.page === page) expect(text.includes(mine.mark)).toBe(true);
				}
			}
			server.next = undefined;
			for (const page of pages) if (page.link.state === 'offline') page.connect();
			flow(...pages);
			const text = notes(server.doc);
			for (const { mark } of marks) expect(text.split(mark)).toHaveLength(2);
			for (const page of pages) {
				expect(page.ends).toEqual([]);
				expect(page.link).toMatchObject({ state: 'live', unsaved: 0 });
				expect(readSheet(page.doc, LAYOUT)).toEqual(readSheet(server.doc, LAYOUT));
			}
		}
	);
});
