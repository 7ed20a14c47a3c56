import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { edit, LAYOUT, perform } from '../../../tests/fixtures/sheet';
import {
	addChoice,
	addContact,
	addRecommendation,
	bringBack,
	moveChoice,
	moveRecommendation,
	remove,
	setAnswer,
	setValue
} from './edit';
import { readSheet, textOf } from './read';

const read = (doc: Y.Doc) => readSheet(doc, LAYOUT);
const mla = { need: 'call-records', tool: 'mla', country: 'SO' };

/** Each gets what the other has. */
function meet(...docs: Y.Doc[]) {
	for (const from of docs)
		for (const to of docs) Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)));
}

function tools(doc: Y.Doc, need = 'call-records') {
	return read(doc)
		.choices.filter((c) => c.need === need && c.gone === null)
		.map((c) => `${c.rank} ${c.tool} ${c.country}`);
}

describe('addChoice', () => {
	test('a tool stands last in its need, with what was preset', () => {
		const doc = new Y.Doc();
		addChoice(doc, LAYOUT, { ...mla, tool: 'preservation' });
		const entry = addChoice(doc, LAYOUT, { ...mla, use: 'evidence', asks: 'ODPP' });
		expect(entry).toBe('choice/call-records/mla/SO');
		expect(tools(doc)).toEqual(['1 preservation SO', '2 mla SO']);
		expect(read(doc).choices[1]).toMatchObject({ use: 'evidence', asks: 'ODPP', reason: '' });
	});
	test('two who add the same tool share one row and one reason', () => {
		const [a, b] = [new Y.Doc(), new Y.Doc()];
		textOf(a, addChoice(a, LAYOUT, mla), 'reason').insert(0, 'Ours. ');
		textOf(b, addChoice(b, LAYOUT, mla), 'reason').insert(0, 'Theirs. ');
		meet(a, b);
		expect(read(a).choices).toHaveLength(1);
		expect(read(a).choices[0]?.reason).toContain('Ours. ');
		expect(read(a).choices[0]?.reason).toContain('Theirs. ');
	});
	test('one that was removed comes back with its texts, last', () => {
		const doc = new Y.Doc();
		const entry = addChoice(doc, LAYOUT, mla);
		textOf(doc, entry, 'reason').insert(0, 'because');
		addChoice(doc, LAYOUT, { ...mla, tool: 'preservation' });
		remove(doc, entry, 'otieno');
		expect(read(doc).choices.at(-1)).toMatchObject({ entry, gone: 'otieno', rank: 0 });
		addChoice(doc, LAYOUT, mla);
		expect(tools(doc)).toEqual(['1 preservation SO', '2 mla SO']);
		expect(read(doc).choices[1]).toMatchObject({ reason: 'because', gone: null });
	});
	test('one that is there already stays as the team has it', () => {
		const doc = new Y.Doc();
		const entry = addChoice(doc, LAYOUT, { ...mla, use: 'lead' });
		const before = read(doc);
		expect(addChoice(doc, LAYOUT, { ...mla, use: 'evidence' })).toBe(entry);
		expect(read(doc)).toEqual(before);
	});
});

describe('setValue', () => {
	test('over-long values are cut to what the server takes, never inside a character', () => {
		const doc = new Y.Doc();
		const entry = addChoice(doc, LAYOUT, mla);
		setValue(doc, entry, 'asks', 'x'.repeat(399) + '😀');
		expect(read(doc).choices[0]?.asks).toBe('x'.repeat(399));
	});
	test('writes nothing where the value is the same', () => {
		const doc = new Y.Doc();
		const entry = addChoice(doc, LAYOUT, { ...mla, use: 'lead' });
		let updates = 0;
		doc.on('update', () => updates++);
		setValue(doc, entry, 'use', 'lead');
		setValue(doc, entry, 'use', 'both');
		expect(updates).toBe(1);
	});
});

describe('remove', () => {
	test('keeps what a team-mate types meanwhile; bringBack shows it', () => {
		const [a, b] = [new Y.Doc(), new Y.Doc()];
		const entry = addChoice(a, LAYOUT, mla);
		meet(a, b);
		remove(a, entry, 'otieno');
		textOf(b, entry, 'reason').insert(0, 'still typing');
		meet(a, b);
		expect(tools(a)).toEqual([]);
		bringBack(a, entry);
		expect(read(a).choices[0]).toMatchObject({ reason: 'still typing', gone: null, rank: 1 });
	});
});

describe('moveChoice', () => {
	test('puts a tool at a position within its need', () => {
		const doc = new Y.Doc();
		for (const tool of LAYOUT.tools) addChoice(doc, LAYOUT, { ...mla, tool });
		addChoice(doc, LAYOUT, { ...mla, need: 'bank-records' });
		moveChoice(doc, LAYOUT, 'choice/call-records/preservation/SO', 1);
		expect(tools(doc)).toEqual(['1 preservation SO', '2 mla SO', '3 police-liaison SO']);
		moveChoice(doc, LAYOUT, 'choice/call-records/preservation/SO', 3);
		expect(tools(doc)).toEqual(['1 mla SO', '2 police-liaison SO', '3 preservation SO']);
		expect(tools(doc, 'bank-records')).toEqual(['1 mla SO']);
	});
	test('also between two that were added at the same moment', () => {
		const [a, b, c] = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
		addChoice(a, LAYOUT, { ...mla, tool: 'mla' });
		addChoice(b, LAYOUT, { ...mla, tool: 'police-liaison' });
		addChoice(c, LAYOUT, { ...mla, tool: 'preservation' });
		meet(a, b, c);
		moveChoice(a, LAYOUT, 'choice/call-records/preservation/SO', 2);
		expect(tools(a)).toEqual(['1 mla SO', '2 preservation SO', '3 police-liaison SO']);
	});
});

describe('addRecommendation', () => {
	test('stands last in its horizon', () => {
		const doc = new Y.Doc();
		addRecommendation(doc, LAYOUT, { id: 'first-first', horizon: 'short' });
		const entry = addRecommendation(doc, LAYOUT, {
			id: 'second-second',
			horizon: 'short',
			countries: ['KE', 'SO'],
			answers: 'call-records'
		});
		textOf(doc, entry, 'text').insert(0, 'One desk.');
		expect(read(doc).recommendations[1]).toEqual({
			entry: 'rec/second-second',
			text: 'One desk.',
			horizon: 'short',
			owner: '',
			countries: ['KE', 'SO'],
			answers: 'call-records',
			rank: 2,
			gone: null
		});
	});
});

describe('moveRecommendation', () => {
	test('moves to a place in another horizon', () => {
		const doc = new Y.Doc();
		for (const id of ['aaaaaaaaaaa', 'bbbbbbbbbbb'])
			addRecommendation(doc, LAYOUT, { id, horizon: 'long' });
		const entry = addRecommendation(doc, LAYOUT, { id: 'ccccccccccc', horizon: 'immediate' });
		moveRecommendation(doc, LAYOUT, entry, 'long', 2);
		expect(read(doc).recommendations.map((r) => `${r.horizon} ${r.rank} ${r.entry[4]}`)).toEqual([
			'long 1 a',
			'long 2 c',
			'long 3 b'
		]);
	});
});

describe('addContact', () => {
	test('is a role and an institution for a need', () => {
		const doc = new Y.Doc();
		addContact(doc, {
			id: 'contact-one',
			need: 'call-records',
			role: 'analyst',
			institution: 'FRC'
		});
		expect(read(doc).contacts).toMatchObject([{ need: 'call-records', role: 'analyst' }]);
	});
});

describe('setAnswer', () => {
	test('options come in the order of the question, and can be taken back', () => {
		const doc = new Y.Doc();
		setAnswer(doc, 'which', ['c', 'a']);
		setAnswer(doc, 'who-signs', 'central');
		expect(read(doc).answers.map((a) => a.options)).toEqual([['central'], ['a', 'c']]);
		setAnswer(doc, 'who-signs', null);
		expect(read(doc).answers.map((a) => a.question)).toEqual(['which']);
	});
});

describe('three people', () => {
	test('whatever they do apart, once they meet they read the same', () => {
		const done = fc.array(fc.tuple(fc.nat(2), edit, fc.boolean()), { maxLength: 40 });
		fc.assert(
			fc.property(done, (edits) => {
				const docs = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
				for (const [who, what, meeting] of edits) {
					const doc = docs[who];
					if (doc) perform(doc, what);
					if (meeting) meet(...docs.slice(0, 2));
				}
				meet(...docs);
				const [first, ...others] = docs.map(read);
				for (const other of others) expect(other).toEqual(first);
				for (const { rank, gone } of first?.choices ?? []) expect(rank > 0).toBe(gone === null);
			}),
			{ numRuns: 200, seed: 7 }
		);
	});
});
