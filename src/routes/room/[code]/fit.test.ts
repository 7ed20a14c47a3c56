import { describe, expect, test } from 'vitest';
import type { NeedView, ToolView } from '$lib/view/parts';
import { fitting, searched } from './fit';

function tool(id: string, more: Partial<ToolView> = {}): ToolView {
	return {
		id,
		name: id,
		kind: 'mla',
		countries: [],
		use: 'both',
		asks: [],
		executes: [],
		needs: '',
		limits: '',
		time: '',
		sources: [],
		obtains: '',
		obtainsText: '',
		...more
	};
}

const need: NeedView = {
	kind: 'need',
	id: 'calls',
	number: 1,
	title: 'Call records of the second phone',
	short: '',
	optional: false,
	html: '',
	heldIn: { code: 'SO', name: 'Somalia' },
	heldInWords: '',
	heldBy: 'mobile operator',
	neededWithin: '',
	use: 'evidence'
};

const ids = (tools: ToolView[]) => tools.map((one) => one.id);

describe('fitting', () => {
	test('a tool of another country does not fit', () =>
		expect(ids(fitting([tool('a', { countries: ['KE'] }), tool('b')], need))).toEqual(['b']));
	test('a tool that gives only leads does not fit where evidence is wanted', () => {
		const leads = [tool('a', { use: 'lead' })];
		expect(fitting(leads, need)).toEqual([]);
		expect(ids(fitting(leads, { ...need, use: 'lead' }))).toEqual(['a']);
	});
	test('what shares words with the need comes first', () => {
		const found = fitting([tool('a'), tool('b', { obtainsText: 'Records of an operator' })], need);
		expect(ids(found)).toEqual(['b', 'a']);
	});
	test('where three share words, the others are left out', () => {
		const alike = ['a', 'b', 'c'].map((id) => tool(id, { obtainsText: 'Call records' }));
		expect(ids(fitting([...alike, tool('d')], need))).toEqual(['a', 'b', 'c']);
	});
	test('a need that no country holds leaves every country open', () =>
		expect(fitting([tool('a', { countries: ['KE'] })], { ...need, heldIn: null })).toHaveLength(1));
});

describe('searched', () => {
	const tools = [
		tool('bank', { name: 'Banking records', kind: 'financial' }),
		tool('calls', { name: 'Call records', executes: [{ name: 'Opérateur' }] })
	];
	test('every word must stand somewhere on the card, accents and case aside', () => {
		expect(ids(searched(tools, 'RECORDS bank', ''))).toEqual(['bank']);
		expect(ids(searched(tools, 'operateur', ''))).toEqual(['calls']);
		expect(searched(tools, 'records visa', '')).toEqual([]);
	});
	test('a kind narrows it', () => expect(ids(searched(tools, '', 'financial'))).toEqual(['bank']));
});
