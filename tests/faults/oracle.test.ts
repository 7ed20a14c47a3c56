import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { addContact, addRecommendation, setValue } from '../../src/lib/sheet/edit';
import { textOf } from '../../src/lib/sheet/read';
import { LAYOUT } from '../fixtures/sheet';
import type { Edit, Touch } from './ledger';
import { judge, type Evidence, type Fault, type SheetEvidence } from './oracle';

const NOTES = 'notes|text';

/** An edit of the ledger; acknowledged unless said otherwise. */
function edit(writer: number, touches: Touch[], more: Partial<Edit> = {}): Edit {
	const defaults = { team: 'Acacia', sheet: 's1', at: 0, acknowledged: 1, refused: false };
	return { writer, touches, awaiting: new Set(), ...defaults, ...more };
}

const text = (content: string, key = NOTES): Touch => ({ key, what: 'text', content });
const value = (content: string, key: string): Touch => ({ key, what: 'value', content });

/** A document with these notes. */
function written(notes: string, more: (doc: Y.Doc) => void = () => undefined): Y.Doc {
	const doc = new Y.Doc();
	if (notes) textOf(doc, 'notes', 'text').insert(0, notes);
	more(doc);
	return doc;
}

function clone(doc: Y.Doc): Y.Doc {
	const copy = new Y.Doc();
	Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
	return copy;
}

/** A sheet that is the same everywhere, but for what is planted. */
function sheet(served: Y.Doc, planted: Partial<SheetEvidence> = {}): SheetEvidence {
	const copies = [{ who: 'Amina', doc: clone(served) }];
	return { sheet: 's1', team: 'Acacia', logged: clone(served), served, copies, ...planted };
}

function rules(evidence: Partial<Evidence>): Fault['rule'][] {
	const all = { edits: [], sheets: [], overheard: [], integrity: 'ok', ...evidence };
	return judge(all).map((fault) => fault.rule);
}

describe('judge', () => {
	test('has nothing to say of a sheet that holds what was acknowledged', () => {
		const edits = [edit(1, [text('c1-0001')]), edit(2, [text('c2-0001')])];
		expect(rules({ edits, sheets: [sheet(written('c1-0001 a c2-0001 b '))] })).toEqual([]);
	});
	test('what was never acknowledged may be missing, and may be there', () => {
		const edits = [edit(1, [text('c1-0001')], { acknowledged: null })];
		expect(rules({ edits, sheets: [sheet(written(''))] })).toEqual([]);
		expect(rules({ edits, sheets: [sheet(written('c1-0001 '))] })).toEqual([]);
	});
	test('finds an acknowledged marker that is in neither log nor sheet, and names its edit', () => {
		const lost = edit(1, [text('c1-0002')]);
		const edits = [edit(1, [text('c1-0001')]), lost];
		const found = judge({ edits, sheets: [sheet(written('c1-0001 '))], overheard: [] });
		expect(found.map((fault) => fault.rule)).toEqual(['lost from the log', 'lost from the sheet']);
		expect(found.every((fault) => fault.edit === lost)).toBe(true);
	});
	test('finds one that the server shows and the disk lacks', () => {
		const edits = [edit(1, [text('c1-0001')])];
		const found = rules({ edits, sheets: [sheet(written('c1-0001 '), { logged: written('') })] });
		expect(found).toContain('lost from the log');
		expect(found).not.toContain('lost from the sheet');
	});
	test('a marker in another field than its own is lost', () => {
		const edits = [edit(1, [text('c1-0001', 'answer/why|text')])];
		expect(rules({ edits, sheets: [sheet(written('c1-0001 '))] })).toContain('lost from the sheet');
	});
	test('a longer number that begins alike does not stand for a marker', () => {
		const edits = [edit(1, [text('c1-1000')])];
		expect(rules({ edits, sheets: [sheet(written('c1-10000 '))] })).toContain(
			'lost from the sheet'
		);
	});
	test('a sheet nobody can show any more is a loss', () =>
		expect(rules({ edits: [edit(1, [text('c1-0001')])] })).toEqual(['lost from the sheet']));
	test('finds a marker that stands there twice', () => {
		const edits = [edit(1, [text('c1-0001')])];
		expect(rules({ edits, sheets: [sheet(written('c1-0001 c1-0001 '))] })).toEqual(['twice']);
		const both = written('c1-0001 ', (doc) => setValue(doc, 'rec/x', 'owner', 'so c1-0001'));
		expect(rules({ edits, sheets: [sheet(both)] })).toEqual(['twice']);
	});
	test('finds what another team wrote, in the sheet and in one copy alone', () => {
		const edits = [edit(9, [text('c9-0001')], { team: 'Baobab', sheet: 's2' })];
		const own = { ...sheet(written('c9-0001 ')), sheet: 's2', team: 'Baobab' };
		expect(rules({ edits, sheets: [own] })).toEqual([]);
		expect(rules({ edits, sheets: [own, sheet(written('c9-0001 '))] })).toContain('another team’s');
		const copies = [{ who: 'Amina', doc: written('c9-0001 ') }];
		expect(rules({ edits, sheets: [own, sheet(written(''), { copies })] })).toContain(
			'another team’s'
		);
	});
	test('finds a marker that came to somebody by another way', () =>
		expect(rules({ overheard: [{ who: 'Amina', marker: 'c9-0001' }] })).toEqual([
			'another team’s'
		]));
	test('finds a copy that says something else, or knows less', () => {
		const served = written('c1-0001 ');
		const differing = clone(served);
		textOf(differing, 'notes', 'text').insert(0, 'x');
		for (const doc of [differing, new Y.Doc()])
			expect(rules({ sheets: [sheet(served, { copies: [{ who: 'Amina', doc }] })] })).toEqual([
				'copies differ'
			]);
	});
	test('finds a damaged database', () =>
		expect(rules({ integrity: 'row 7 missing from index' })).toEqual(['database damaged']));
	test('what its writer took out again must not come back', () => {
		const taken: Touch = { key: NOTES, what: 'erased', content: 'c1-0001' };
		const edits = [edit(1, [text('c1-0001')]), edit(1, [taken])];
		expect(rules({ edits, sheets: [sheet(written(''))] })).toEqual([]);
		expect(rules({ edits, sheets: [sheet(written('c1-0001 '))] })).toContain('came back');
		const open = [edit(1, [text('c1-0001')]), edit(1, [taken], { acknowledged: null })];
		expect(rules({ edits: open, sheets: [sheet(written('c1-0001 '))] })).toEqual([]);
		expect(rules({ edits: open, sheets: [sheet(written(''))] })).toEqual([]);
	});
});

describe('judge, of values', () => {
	const key = 'rec/abcdefghij|horizon';
	const set = (horizon: string | null) =>
		sheet(written('', (doc) => setValue(doc, 'rec/abcdefghij', 'horizon', horizon)));
	const edits = [edit(1, [value('"short"', key)]), edit(2, [value('"long"', key)])];

	test('of two set at once either may survive', () => {
		expect(rules({ edits, sheets: [set('short')] })).toEqual([]);
		expect(rules({ edits, sheets: [set('long')] })).toEqual([]);
	});
	test('a value nobody set, or none at all, is a loss', () => {
		expect(rules({ edits, sheets: [set('medium')] })).toContain('lost from the sheet');
		expect(rules({ edits, sheets: [sheet(written(''))] })).toContain('lost from the sheet');
	});
	test('nobody’s older value survives their own newer acknowledged one', () => {
		const twice = [edit(1, [value('"short"', key)]), edit(1, [value('"long"', key)])];
		expect(rules({ edits: twice, sheets: [set('long')] })).toEqual([]);
		expect(rules({ edits: twice, sheets: [set('short')] })).toContain('lost from the sheet');
		const open = [twice[0]!, edit(1, [value('"long"', key)], { acknowledged: null })];
		expect(rules({ edits: open, sheets: [set('short')] })).toEqual([]);
		expect(rules({ edits: open, sheets: [set('long')] })).toEqual([]);
	});
	test('contacts and recommendations as pages write them are no trouble', () => {
		const doc = new Y.Doc();
		addRecommendation(doc, LAYOUT, { id: 'abcdefghij', horizon: 'short' });
		addContact(doc, { id: 'abcdefghij', need: 'call-records', role: 'c1-0001', institution: 'x' });
		const touches = [value('"short"', key), value('"c1-0001"', 'contact/abcdefghij|role')];
		expect(rules({ edits: [edit(1, touches)], sheets: [sheet(doc)] })).toEqual([]);
	});
});
