import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Results } from '../../src/lib/report/results';

/** Holds the results against their schema, and against what the story typed. */
export function expectWritten(results: Results): void {
	const schema = JSON.parse(readFileSync('docs/results.schema.json', 'utf8')) as object;
	const validate = new Ajv2020({ strict: true }).compile(schema);
	expect(validate(results), JSON.stringify(validate.errors)).toBe(true);
	const [red, blue] = results.teams;
	expect(red).toMatchObject({
		choices: [
			{
				need: 'papers',
				tool: 'public-registry-check',
				asks: 'RED asks',
				executes: 'RED executes',
				urgency: 'hours',
				reason: 'RED open to all, and free',
				rank: 1
			},
			{ need: 'telephone', reason: 'RED an image first', rank: 1 }
		],
		contacts: [{ need: 'papers', role: 'RED registrar', institution: 'RED registry' }],
		answers: [
			{
				question: 'who-signs',
				value: 'court',
				reason: 'Meanwhile: RED the court decides, typed offline, typed meanwhile'
			}
		]
	});
	const order = red?.recommendations.map(({ horizon, rank, text }) => [horizon, rank, text]);
	expect(order).toEqual([
		['immediate', 1, 'RED joint form'],
		['immediate', 2, 'RED list of contacts'],
		['medium', 1, 'RED training'],
		['long', 1, 'RED treaty'],
		['long', 2, 'RED memorandum']
	]);
	expect(blue?.choices).toMatchObject([{ reason: 'BLUE why' }]);
}
