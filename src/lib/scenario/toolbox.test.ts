import { describe, expect, test } from 'vitest';
import { readTool } from './toolbox';

const card = `---
name: Account order
kind: financial
countries: [KE, SO]
use: evidence
asks:
  - "KE: Police (DCI)"
  - Any competent authority
executes:
  - SO: Court
needs: Grounds that a court can test.
limits: Limited in time.
time: Varies; no public figure
sources:
  - { text: "POCAMLA 2009 (Kenya)", url: "https://example.org/a", date: 2026-11-01, confidence: high }
---

Transactions of an **account**.
`;

const read = (text: string, id = 'account-order') => readTool(id, new TextEncoder().encode(text));

describe('readTool', () => {
	test('reads a whole card', () => {
		const { tool, problems } = read(card);
		expect(problems).toEqual([]);
		expect(tool).toEqual({
			id: 'account-order',
			name: 'Account order',
			kind: 'financial',
			countries: ['KE', 'SO'],
			use: 'evidence',
			asks: [{ country: 'KE', name: 'Police (DCI)' }, { name: 'Any competent authority' }],
			executes: [{ country: 'SO', name: 'Court' }],
			needs: 'Grounds that a court can test.',
			limits: 'Limited in time.',
			time: 'Varies; no public figure',
			sources: [
				{
					text: 'POCAMLA 2009 (Kenya)',
					url: 'https://example.org/a',
					date: '2026-11-01',
					confidence: 'high'
				}
			],
			obtains: { open: 'Transactions of an **account**.' }
		});
	});

	test('reads a card of no country', () => {
		expect(read(card.replace('[KE, SO]', '[]')).tool?.countries).toEqual([]);
	});

	test.each([
		['no name', 'name: Account order\n', '', 1, /no name/],
		['an unknown use', 'use: evidence', 'use: evidense', 5, /evidense/],
		['broken front matter', 'kind: financial', 'kind: a: b', 3, /cannot be read/],
		['HTML', '**account**', '<b>account</b>', 18, /HTML/],
		['a line like a heading', 'Transactions of', '###Expert\nOf', 18, /looks like a heading/]
	])('offers nobody a card with %s, and says where', (_, from, to, line, message) => {
		const { tool, problems } = read(card.replace(from, to));
		expect(tool).toBeUndefined();
		expect(problems).toMatchObject([
			{
				file: 'toolbox/account-order.md',
				line,
				level: 'sealed',
				message: expect.stringMatching(message)
			}
		]);
	});

	test.each([
		['an unknown key', 'limits:', 'limit:', /"limit"/],
		['an unknown country', '[KE, SO]', '[KE, QX]', /"QX"/],
		['an unknown country of an authority', '"KE: Police', '"QX: Police', /"QX"/],
		['an unknown confidence', 'confidence: high', 'confidence: hihg', /"hihg"/],
		['a source without a date', 'date: 2026-11-01, ', '', /no date/],
		[
			'a source whose address is a script',
			'https://example.org/a',
			'javascript:alert(1)',
			/no web address/
		]
	])('gives advice on %s, and keeps the card', (_, from, to, message) => {
		const { tool, problems } = read(card.replace(from, to));
		expect(tool).toBeDefined();
		expect(JSON.stringify(tool)).not.toContain('javascript');
		expect(problems).toMatchObject([{ level: 'advice', message: expect.stringMatching(message) }]);
	});

	test('refuses a file name that is no id', () => {
		expect(read(card, 'Account Order')).toMatchObject({ problems: [{ line: 1, level: 'sealed' }] });
	});
});
