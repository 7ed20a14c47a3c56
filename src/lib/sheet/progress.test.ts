import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { LAYOUT } from '../../../tests/fixtures/sheet';
import { addChoice, remove, setAnswer, setValue } from './edit';
import { progress, summary } from './progress';
import { readSheet, textOf } from './read';

const of = (doc: Y.Doc) => progress(readSheet(doc, LAYOUT), LAYOUT);
const one = (doc: Y.Doc, id: string) => of(doc).find((item) => item.id === id);
const mla = { need: 'call-records', tool: 'mla', country: 'SO' };

describe('progress', () => {
	test('a need is complete with a tool that has who asks, who executes and a reason', () => {
		const doc = new Y.Doc();
		expect(one(doc, 'call-records')).toEqual({
			id: 'call-records',
			state: 'empty',
			tools: 0,
			missing: ['tool']
		});
		const entry = addChoice(doc, LAYOUT, mla);
		setValue(doc, entry, 'asks', 'ODPP');
		textOf(doc, entry, 'reason').insert(0, ' ');
		expect(one(doc, 'call-records')).toMatchObject({
			state: 'begun',
			tools: 1,
			missing: ['executes', 'reason']
		});
		setValue(doc, entry, 'executes', 'Attorney General');
		textOf(doc, entry, 'reason').insert(1, 'needed as evidence');
		expect(one(doc, 'call-records')).toMatchObject({ state: 'complete', missing: [] });
	});
	test('every tool of the need counts, but not one that was removed', () => {
		const doc = new Y.Doc();
		const entry = addChoice(doc, LAYOUT, { ...mla, asks: 'a', executes: 'b' });
		textOf(doc, entry, 'reason').insert(0, 'c');
		const second = addChoice(doc, LAYOUT, { ...mla, country: 'KE' });
		expect(one(doc, 'call-records')).toMatchObject({ state: 'begun', tools: 2 });
		remove(doc, second, 'otieno');
		expect(one(doc, 'call-records')).toMatchObject({ state: 'complete', tools: 1 });
	});
	test('a question is complete when it is answered, with a reason where one is asked', () => {
		const doc = new Y.Doc();
		setAnswer(doc, 'who-signs', 'central');
		expect(one(doc, 'who-signs')).toMatchObject({ state: 'begun', missing: ['reason'] });
		textOf(doc, 'answer/who-signs', 'reason').insert(0, 'The treaty says so.');
		expect(one(doc, 'who-signs')).toMatchObject({ state: 'complete', missing: [] });
		setAnswer(doc, 'which', []);
		expect(one(doc, 'which')).toMatchObject({ state: 'empty', missing: ['answer'] });
		textOf(doc, 'answer/why', 'text').insert(0, 'Because.');
		expect(one(doc, 'why')).toMatchObject({ state: 'complete' });
	});
});

describe('summary', () => {
	test('counts all, begun and complete', () => {
		const doc = new Y.Doc();
		addChoice(doc, LAYOUT, mla);
		setAnswer(doc, 'which', ['a']);
		expect(summary(of(doc))).toEqual({ all: 5, begun: 1, complete: 1 });
	});
});
