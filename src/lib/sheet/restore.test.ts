import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { edit, LAYOUT, perform, type Edit } from '../../../tests/fixtures/sheet';
import { addChoice, addRecommendation, bringBack, setValue } from './edit';
import { readSheet, textOf } from './read';
import { restore } from './restore';
import type { SheetValue } from './value';

const mla = { need: 'call-records', tool: 'mla', country: 'SO' };

/** What a team sees: what was removed is not in it. */
function seen(doc: Y.Doc): SheetValue {
	const value = readSheet(doc, LAYOUT);
	const kept = <T extends { gone: string | null }>(list: T[]) =>
		list.filter((one) => one.gone === null);
	return {
		...value,
		choices: kept(value.choices),
		contacts: kept(value.contacts),
		recommendations: kept(value.recommendations),
		// an answer that was taken back is as one that was never given
		answers: value.answers.filter(({ options, text, reason }) => options.length || text || reason)
	};
}

function copy(doc: Y.Doc): Y.Doc {
	const made = new Y.Doc();
	Y.applyUpdate(made, Y.encodeStateAsUpdate(doc));
	return made;
}

const after = (edits: Edit[], doc = new Y.Doc()) => {
	edits.forEach((one) => perform(doc, one));
	return doc;
};

describe('restore', () => {
	test('R25: gives exactly the earlier view, whatever was done since, and back again', () => {
		fc.assert(
			fc.property(
				fc.array(edit, { maxLength: 25 }),
				fc.array(edit, { maxLength: 25 }),
				(first, then) => {
					const doc = after(first);
					const earlier = copy(doc);
					const later = copy(after(then, doc));
					restore(doc, earlier, LAYOUT, 'person-two');
					expect(seen(doc)).toEqual(seen(earlier));
					restore(doc, later, LAYOUT, 'person-two');
					expect(seen(doc)).toEqual(seen(later));
				}
			),
			{ numRuns: 120, seed: 25 }
		);
	});
	test('R25: its update brings every other copy there, one that wrote meanwhile keeps its words', () => {
		fc.assert(
			fc.property(
				fc.array(edit, { maxLength: 15 }),
				fc.array(edit, { maxLength: 15 }),
				(first, then) => {
					const doc = after(first);
					const earlier = copy(doc);
					after(then, doc);
					const away = copy(doc);
					textOf(away, 'notes', 'text').insert(0, '§ written on a train §');
					const update = restore(doc, earlier, LAYOUT, 'person-two');
					if (update) Y.applyUpdate(away, update);
					Y.applyUpdate(doc, Y.encodeStateAsUpdate(away));
					expect(seen(doc).notes).toContain('§ written on a train §');
					const { notes: _notes, ...rest } = seen(doc);
					expect(seen(earlier)).toMatchObject(rest);
					expect(seen(away)).toEqual(seen(doc));
				}
			),
			{ numRuns: 80, seed: 26 }
		);
	});
	test('what was added later is removed as a person removes it, with its words', () => {
		const doc = new Y.Doc();
		const earlier = copy(doc);
		const choice = addChoice(doc, LAYOUT, mla);
		textOf(doc, choice, 'reason').insert(0, 'Overwritten soon');
		restore(doc, earlier, LAYOUT, 'person-two');
		expect(readSheet(doc, LAYOUT).choices).toMatchObject([
			{ entry: choice, gone: 'person-two', reason: 'Overwritten soon' }
		]);
		bringBack(doc, choice);
		expect(seen(doc).choices).toMatchObject([{ reason: 'Overwritten soon', rank: 1 }]);
	});
	test('what was removed comes back; who had removed something before is still its remover', () => {
		const doc = new Y.Doc();
		const [gone, back] = [
			addRecommendation(doc, LAYOUT, { id: 'removed-before', horizon: 'short' }),
			addRecommendation(doc, LAYOUT, { id: 'removed-after_', horizon: 'short' })
		];
		textOf(doc, gone, 'text').insert(0, 'one');
		textOf(doc, back, 'text').insert(0, 'two');
		setValue(doc, gone, 'gone', 'otieno');
		const earlier = copy(doc);
		setValue(doc, back, 'gone', 'halake');
		setValue(doc, gone, 'gone', null);
		restore(doc, earlier, LAYOUT, 'person-two');
		expect(readSheet(doc, LAYOUT).recommendations.map(({ text, gone: by }) => [text, by])).toEqual([
			['two', null],
			['one', 'otieno']
		]);
	});
	test('a sheet that says the same already gets no edit', () => {
		const doc = after([{ what: 10, pick: 1, at: 1, words: 'because' }]);
		expect(restore(doc, copy(doc), LAYOUT, 'person-two')).toBeUndefined();
	});
});
