import { describe, expect, test } from 'vitest';
import type { CaseChoice } from './case-choice';
import { checked, typedOf } from './prepared';

const chosen: CaseChoice = {
	slug: 'two-shores',
	title: 'Two Shores',
	summary: '',
	countries: ['Kenya', 'Somalia'],
	minutes: 90,
	language: 'en',
	edition: '1.0.0',
	exercises: 2,
	needs: 7,
	questions: 4,
	injects: 5,
	handouts: 3,
	problems: 0,
	usable: true,
	sealed: 0,
	list: [
		{ id: 'investigation', title: 'The investigation' },
		{ id: 'priorities', title: 'Priorities' }
	],
	agenda: [],
	least: 4
};

function form(fields: Record<string, string | string[]>): FormData {
	const made = new FormData();
	const all = { slug: 'two-shores', title: 'T', from: '2027-03-09', to: '2027-03-11', ...fields };
	for (const [name, value] of Object.entries(all))
		for (const one of [value].flat()) made.append(name, one);
	return made;
}

const check = (
	fields: Record<string, string | string[]>,
	choice: CaseChoice | undefined = chosen
) => checked(typedOf(form(fields)), choice);

describe('checked', () => {
	test('without hosts and exercises the scenario’s own are meant', () => {
		const made = check({});
		expect(made.ok && made.prepared).toMatchObject({
			hosts: ['Kenya', 'Somalia'],
			exercises: ['investigation', 'priorities']
		});
	});
	test('an exercise of another scenario is not taken along', () => {
		const made = check({ exercise: ['priorities', 'elsewhere'] });
		expect(made.ok && made.prepared.exercises).toEqual(['priorities']);
	});
	test('one day needs no last day', () => {
		const made = check({ to: '' });
		expect(made.ok && made.prepared.to).toBe('2027-03-09');
	});
	test('a delegation is host or guest, not both, however it is spelled', () =>
		expect(check({ host: ['Kenya', 'Somalia'], guest: 'KENYA ' })).toEqual({
			ok: false,
			why: 'twice'
		}));
	test('sealed texts are confirmed first', () => {
		expect(check({}, { ...chosen, sealed: 1 })).toEqual({ ok: false, why: 'sealed' });
		expect(check({ sealed: 'yes' }, { ...chosen, sealed: 1 }).ok).toBe(true);
	});
	test('says what is missing', () => {
		expect(check({ title: ' ' })).toEqual({ ok: false, why: 'no-title' });
		expect(check({ from: 'tomorrow' })).toEqual({ ok: false, why: 'no-dates' });
		expect(check({ to: '2027-03-01' })).toEqual({ ok: false, why: 'ends-early' });
		expect(checked(typedOf(form({})), undefined)).toEqual({ ok: false, why: 'no-scenario' });
		expect(check({}, { ...chosen, countries: [] })).toEqual({ ok: false, why: 'no-host' });
	});
});
