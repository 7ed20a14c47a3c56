import { describe, expect, test } from 'vitest';
import { readRoster } from '$lib/people/roster';
import { rosterProblem } from './roster-problem';

const delegations = [{ id: 'so', name: 'Somalia', kind: 'host' as const }];
const sentences = (list: string) =>
	readRoster(list, { delegations, present: [] }).problems.map(({ line, message }) =>
		rosterProblem(line, message)
	);

describe('rosterProblem', () => {
	test('says where, what is the case and what to do', () => {
		expect(sentences('name,delegation\nHalima,Somalai\n,Somalia\n"Omar,Somalia')).toEqual([
			'Row 2: "Somalai" is not a delegation here. Did you mean Somalia?',
			'Row 3 has no name. Add it.',
			'Row 4: a quotation mark opens or closes in the wrong place. Remove or double it.'
		]);
		expect(sentences('name,role\nHalima,judge')).toEqual([
			'The list has no column delegation. Add it to the header in row 1.'
		]);
		expect(sentences('')).toEqual(['The list is empty. Paste it again, or choose another file.']);
	});
	test('shows what people wrote as they wrote it', () => {
		expect(sentences('name,delegation,standing\n<b>,Somalia,{line} "x" $&')).toEqual([
			'Row 2: "{line} "x" $&" is no standing. Write member or observer.'
		]);
	});
});
