import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { LAYOUT } from '../../../tests/fixtures/sheet';
import { addChoice, remove } from './edit';
import { History } from './history';
import { textOf } from './read';
import { Replay } from './replay';

const at = (minute: number, second = 0) => Date.UTC(2027, 2, 9, 10, minute, second);

/** A sheet and its log, as people write it at given times. */
function written() {
	const doc = new Y.Doc();
	const [replay, history] = [new Replay(), new History()];
	let seq = 0;
	return {
		doc,
		history,
		replay,
		by(who: string, when: number, work: (doc: Y.Doc) => void, restored = false) {
			let made: Uint8Array | undefined;
			doc.once('update', (update: Uint8Array) => (made = update));
			doc.transact(() => work(doc));
			const change = replay.apply(made!);
			history.add({ seq: ++seq, at: when, by: who, restored, change });
			return change;
		}
	};
}

const long = 'The operator overwrites its records after seven days, so ask first. ';

describe('Replay', () => {
	test('R30: tells which field a row changed, what stood there and what stands there now', () => {
		const { by, doc } = written();
		const notes = textOf(doc, 'notes', 'text');
		expect(by('person:a', at(0), () => notes.insert(0, 'Ask Somalia'))).toMatchObject({
			fields: [{ key: 'notes|text', before: '', after: 'Ask Somalia' }],
			clients: [doc.clientID]
		});
		expect(by('person:b', at(1), () => notes.delete(0, 4))).toEqual({
			fields: [{ key: 'notes|text', before: 'Ask Somalia', after: 'Somalia' }],
			clients: []
		});
	});
});

describe('History', () => {
	test('R30: a minute lists who wrote in it, in the order in which they came', () => {
		const { by, history } = written();
		const say = (words: string) => (doc: Y.Doc) => textOf(doc, 'notes', 'text').insert(0, words);
		by('person:b', at(41, 5), say('one '));
		by('person:a', at(41, 9), say('two '));
		by('person:b', at(41, 59), say('three '));
		by('person:a', at(43), say('four '));
		expect(history.minutes).toEqual([
			{ seq: 3, at: at(41, 59), by: ['person:b', 'person:a'], restored: false },
			{ seq: 4, at: at(43), by: ['person:a'], restored: false }
		]);
		expect(history.losses).toEqual([]);
	});
	test('whoever empties a sheet bit by bit within a minute is one loss, with the row before it', () => {
		const { by, history } = written();
		const choice = (doc: Y.Doc) =>
			addChoice(doc, LAYOUT, { need: 'call-records', tool: 'mla', country: 'SO' });
		by('person:a', at(40), (doc) => textOf(doc, choice(doc), 'reason').insert(0, long));
		by('person:a', at(40, 30), (doc) => textOf(doc, 'notes', 'text').insert(0, long));
		by('person:b', at(42, 1), (doc) => textOf(doc, 'notes', 'text').delete(0, 30));
		by('person:b', at(42, 3), (doc) => remove(doc, choice(doc), 'b'));
		expect(history.losses).toEqual([{ by: 'person:b', at: at(42, 1), seq: 2, before: at(40, 30) }]);
	});
	test('what was written in a minute before a loss stands on its own', () => {
		const { by, history } = written();
		by('person:a', at(40), (doc) => textOf(doc, 'notes', 'text').insert(0, 'before '));
		by('person:a', at(41, 1), (doc) => textOf(doc, 'notes', 'text').insert(0, long));
		by('person:b', at(41, 30), (doc) => textOf(doc, 'notes', 'text').delete(0, long.length));
		by('person:b', at(41, 40), (doc) => textOf(doc, 'notes', 'text').insert(0, 'mine '));
		expect(history.minutes.map((minute) => [minute.seq, minute.by])).toEqual([
			[1, ['person:a']],
			[2, ['person:a']],
			[4, ['person:a', 'person:b']]
		]);
	});
	test('a sentence that is rewritten is no loss, nor is an earlier view that was put back', () => {
		const { by, history } = written();
		by('person:a', at(40), (doc) => textOf(doc, 'notes', 'text').insert(0, long));
		by('person:b', at(41), (doc) => {
			textOf(doc, 'notes', 'text').delete(0, long.length);
			textOf(doc, 'notes', 'text').insert(0, long.replace('seven', 'ten'));
		});
		by('person:b', at(42), (doc) => textOf(doc, 'notes', 'text').delete(0, long.length), true);
		expect(history.losses).toEqual([]);
	});
});
