import { describe, expect, test } from 'vitest';
import { readTyped } from './typed';

const fields = {
	name: ' Halima  Warsame ',
	delegation: 'Somalia',
	role: 'judge',
	institution: '',
	gender: 'F',
	languages: 'Somali, English and Somali',
	standing: ''
};

describe('readTyped', () => {
	test('takes a person as typed, each language once, a member where nothing is said', () =>
		expect(readTyped(fields, [])).toMatchObject({
			ok: true,
			entry: { delegation: 'Somalia', languages: 'Somali, English and Somali', standing: 'member' }
		}));
	test('the same name in the same delegation is not taken, however it is spelled', () => {
		const others = [{ name: 'HALIMA WARSAME', delegation: 'somalia' }];
		expect(readTyped(fields, others)).toEqual({ ok: false, why: 'present' });
		expect(readTyped({ ...fields, delegation: 'Kenya' }, others).ok).toBe(true);
	});
	test('says what is missing or too long', () => {
		expect(readTyped({ ...fields, name: '\u200b ' }, [])).toEqual({ ok: false, why: 'no-name' });
		expect(readTyped({ ...fields, delegation: '' }, [])).toEqual({
			ok: false,
			why: 'no-delegation'
		});
		expect(readTyped({ ...fields, name: 'n'.repeat(121) }, [])).toEqual({
			ok: false,
			why: 'too-long'
		});
	});
});
