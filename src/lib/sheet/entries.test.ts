import { describe, expect, test } from 'vitest';
import { LAYOUT } from '../../../tests/fixtures/sheet';
import { choiceEntry, contactEntry, keyOf, newId, parseKey, recommendationEntry } from './entries';

describe('parseKey', () => {
	test('reads a field of every kind of entry', () => {
		const choice = choiceEntry('call-records', 'mla', 'SO');
		expect(parseKey(keyOf(choice, 'reason'), LAYOUT)).toEqual({
			entry: choice,
			of: { kind: 'choice', need: 'call-records', tool: 'mla', country: 'SO' },
			field: 'reason',
			holds: 'text'
		});
		for (const [entry, field, holds] of [
			[choiceEntry('bank-records', 'mla', '-'), 'urgency', 'value'],
			['answer/why', 'text', 'text'],
			[recommendationEntry('abcdefghij'), 'horizon', 'value'],
			[contactEntry('abc_-fghij0123456789abcd'), 'note', 'text'],
			['notes', 'text', 'text']
		] as const)
			expect(parseKey(keyOf(entry, field), LAYOUT)).toMatchObject({ entry, field, holds });
	});
	test('what this exercise does not have is no key', () => {
		for (const key of [
			'',
			'notes',
			'notes|',
			'notes|text|text',
			'notes|toString',
			'notes|__proto__',
			'choice/call-records/mla|reason',
			'choice/call-records/mla/SO/x|reason',
			'choice/call-records/mla/So|reason',
			'choice/call-records/sorcery/SO|reason',
			'choice/other-need/mla/SO|reason',
			'answer/other-question|text',
			'rec/short|text',
			'rec/has spaces in it|text',
			'rec/abcdefghijabcdefghijabcdefghij|text'
		])
			expect(parseKey(key, LAYOUT)).toBeUndefined();
	});
	test('recommendations belong to exercises that ask for them', () => {
		const without = { ...LAYOUT, recommendations: false };
		expect(parseKey('rec/abcdefghij|text', without)).toBeUndefined();
	});
});

describe('newId', () => {
	test('is an id an entry may have, made of the bytes given', () => {
		const id = newId((bytes) => Uint8Array.from({ length: bytes }, (_, i) => i * 17));
		expect(id).toHaveLength(16);
		expect(parseKey(keyOf(recommendationEntry(id), 'text'), LAYOUT)).toBeDefined();
		expect(newId((bytes) => new Uint8Array(bytes).fill(255))).not.toBe(id);
	});
});
