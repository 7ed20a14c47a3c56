import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { LAYOUT } from '../../../tests/fixtures/sheet';
import { readSheet } from './read';

describe('readSheet', () => {
	test('an empty document is an empty sheet', () => {
		expect(readSheet(new Y.Doc(), LAYOUT)).toEqual({
			choices: [],
			contacts: [],
			answers: [],
			recommendations: [],
			notes: ''
		});
	});
	test('what this exercise does not have, and values of the wrong shape, are left out', () => {
		const doc = new Y.Doc();
		const set = doc.getMap('set');
		set.set('__proto__', { admin: true });
		set.set('choice/unknown/mla/KE|rank', 'a0');
		set.set('choice/call-records/mla/kenya|rank', 'a0');
		set.set('choice/call-records/mla/KE|rank', 'a0');
		set.set('choice/call-records/mla/KE|urgency', 'soon');
		set.set('choice/call-records/mla/KE|asks', { a: 1 });
		set.set('choice/call-records/mla/KE|gone', 7);
		set.set('answer/which|value', [null, 'b', 3]);
		doc.getText('unknown/root').insert(0, 'x');
		doc.getArray('notes|text').push(['not a text']);
		const value = readSheet(doc, LAYOUT);
		expect(value.choices).toMatchObject([
			{ tool: 'mla', country: 'KE', urgency: null, asks: '', gone: null, rank: 1 }
		]);
		expect({ ...value, choices: [] }).toEqual(readSheet(new Y.Doc(), LAYOUT));
	});
	test('a map that somebody made a text, or the other way round, is no reason to fail', () => {
		const doc = new Y.Doc();
		doc.getText('set').insert(0, 'x');
		expect(readSheet(doc, LAYOUT).choices).toEqual([]);
	});
	test('ranks are compared by code unit, ties by entry id, none comes last', () => {
		const doc = new Y.Doc();
		const set = doc.getMap('set');
		for (const [tool, country, rank] of [
			['mla', '-', 'a0'],
			['mla', 'KE', 'Zz'],
			['mla', 'SO', null],
			['preservation', '-', 'a0'],
			['police-liaison', '-', 'aZ']
		])
			set.set(`choice/call-records/${tool}/${country}|${rank ? 'rank' : 'asks'}`, rank ?? 'x');
		expect(readSheet(doc, LAYOUT).choices.map((c) => `${c.rank} ${c.tool} ${c.country}`)).toEqual([
			'1 mla KE',
			'2 mla -',
			'3 preservation -',
			'4 police-liaison -',
			'5 mla SO'
		]);
	});
	test('control characters that no document can carry are left out', () => {
		const doc = new Y.Doc();
		doc.getText('notes|text').insert(0, 'a\u0000b\u0008\tc\n');
		expect(readSheet(doc, LAYOUT).notes).toBe('ab\tc\n');
	});
	test('reads the same from a document that only came over the wire', () => {
		const doc = new Y.Doc();
		doc.getText('notes|text').insert(0, 'words');
		doc.getMap('set').set('answer/who-signs|value', 'central');
		const other = new Y.Doc();
		Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
		expect(readSheet(other, LAYOUT)).toEqual(readSheet(doc, LAYOUT));
		expect(readSheet(other, LAYOUT).answers).toHaveLength(1);
	});
});
