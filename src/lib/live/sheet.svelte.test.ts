import { describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { LAYOUT } from '../../../tests/fixtures/sheet';
import type { Joined, Taken } from '../protocol/sheet';
import { setAnswer } from '../sheet/edit';
import type { Listener } from './connection.svelte';
import type { Line } from './copy.svelte';
import { LiveSheet } from './sheet.svelte';

/** A line to a server that keeps everything, or answers what it is told to. */
function line() {
	const server = new Y.Doc();
	const answers: Taken[] = [];
	let listener: Listener | undefined;
	const emit = (event: string, message: never, ack: (reply: Joined | Taken) => void) => {
		const { update, vector } = message as { update: Uint8Array; vector: Uint8Array };
		if (event === 'sheet:join')
			return ack({
				ok: true,
				may: 'write',
				update: Y.encodeStateAsUpdate(server, vector),
				vector: Y.encodeStateVector(server)
			});
		const answer = answers.shift() ?? { what: 'kept' };
		if (answer.what === 'kept') Y.applyUpdate(server, update);
		ack(answer);
	};
	const listen = (_sheet: string, heard: Listener) => {
		listener = heard;
		return () => (listener = undefined);
	};
	const to: Line = { wire: { emit } as Line['wire'], listen };
	return { to, server, answers, connection: () => listener as Listener };
}

const KEY = 'answer/who-signs|value';

describe('LiveSheet', () => {
	test('offline edits stay, count, and are saved after the connection is back', async () => {
		const { to, server, connection } = line();
		const sheet = new LiveSheet('s', LAYOUT, to);
		sheet.connect();
		expect([sheet.saved, sheet.ready]).toEqual(['offline', false]);
		sheet.text('notes', 'text').insert(0, 'written offline');
		expect(sheet.unsaved).toBe(1);
		connection().online();
		await vi.waitFor(() => expect(sheet.saved).toBe('saved'));
		expect([sheet.ready, sheet.may]).toEqual([true, 'write']);
		expect(server.getText('notes|text').toString()).toBe('written offline');
	});
	test('every way to edit shows in the value, and is saved', async () => {
		const { to, server, connection } = line();
		const sheet = new LiveSheet('s', LAYOUT, to);
		sheet.connect();
		connection().online();
		const mla = sheet.addChoice({ need: 'call-records', tool: 'mla', country: 'SO' });
		sheet.addChoice({ need: 'call-records', tool: 'preservation', country: 'SO' });
		sheet.set(mla, 'urgency', 'hours');
		sheet.moveChoice(mla, 2);
		sheet.answer('which', ['a']);
		const rec = sheet.addRecommendation({ horizon: 'short' });
		sheet.moveRecommendation(rec, 'long', 1);
		const contact = sheet.addContact({ need: 'call-records', role: 'analyst', institution: 'FRC' });
		sheet.remove(contact, 'otieno');
		await vi.waitFor(() => expect(sheet.saved).toBe('saved'));
		expect(sheet.value.choices[1]).toMatchObject({ tool: 'mla', urgency: 'hours', rank: 2 });
		expect(sheet.value.recommendations).toMatchObject([{ entry: rec, horizon: 'long', rank: 1 }]);
		expect(sheet.value.contacts).toMatchObject([{ gone: 'otieno' }]);
		sheet.bringBack(contact);
		await vi.waitFor(() => expect(sheet.value.contacts).toMatchObject([{ gone: null }]));
		const other = new LiveSheet('s', LAYOUT, to);
		other.connect();
		connection().online();
		await vi.waitFor(() => expect(other.value).toEqual(sheet.value));
		expect(Y.encodeStateVector(server)).toEqual(Y.encodeStateVector(other.doc));
	});
	test('what is refused is set aside where the person sees it, and a fresh copy goes on', async () => {
		const { to, server, answers, connection } = line();
		server.getText('notes|text').insert(0, 'theirs');
		const sheet = new LiveSheet('s', LAYOUT, to);
		sheet.connect();
		connection().online();
		answers.push({ what: 'refused', why: 'sheet-full' });
		sheet.text('notes', 'text').insert(0, 'mine and ');
		await vi.waitFor(() => expect(sheet.setAside).toHaveLength(1));
		expect(sheet.setAside).toEqual([
			{ why: 'sheet-full', fields: [{ key: 'notes|text', content: 'mine and theirs' }] }
		]);
		await vi.waitFor(() => expect(sheet.value.notes).toBe('theirs'));
		expect(sheet.saved).toBe('saved');
		sheet.text('notes', 'text').insert(0, 'again ');
		await vi.waitFor(() => expect(sheet.saved).toBe('saved'));
		expect(server.getText('notes|text').toString()).toBe('again theirs');
		const [block] = sheet.setAside;
		if (block) sheet.letGo(block);
		expect(sheet.setAside).toEqual([]);
	});
	test('after the sheet was closed nothing is lost, and a reopened one takes it', async () => {
		const { to, server, answers, connection } = line();
		const sheet = new LiveSheet('s', LAYOUT, to);
		sheet.connect();
		connection().online();
		answers.push({ what: 'late', why: 'closed' });
		sheet.text('notes', 'text').insert(0, 'last words');
		await vi.waitFor(() => expect(sheet.saved).toBe('late'));
		expect(sheet.unsaved).toBe(1);
		sheet.rejoin();
		await vi.waitFor(() => expect(sheet.saved).toBe('saved'));
		expect(server.getText('notes|text').toString()).toBe('last words');
	});
	test('R40: a choice that gave way is told until it is put away, in a fresh copy too', async () => {
		const { to, server, answers, connection } = line();
		const sheet = new LiveSheet('s', LAYOUT, to);
		sheet.connect();
		connection().online();
		answers.push({ what: 'refused', why: 'malformed' });
		sheet.answer('who-signs', 'director');
		await vi.waitFor(() => expect(sheet.setAside).toHaveLength(1));
		connection().offline();
		sheet.answer('who-signs', 'director');
		server.clientID = 2 ** 32 - 1;
		setAnswer(server, 'who-signs', 'central');
		connection().online();
		await vi.waitFor(() => expect([...sheet.overtaken]).toEqual([[KEY, 'director']]));
		expect(sheet.value.answers).toMatchObject([{ options: ['central'] }]);
		sheet.putAway(KEY);
		await vi.waitFor(() => expect(sheet.overtaken.size).toBe(0));
	});
});
