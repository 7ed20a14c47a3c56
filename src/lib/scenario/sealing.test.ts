import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reveal } from './reveal';
import { document, read, secrets, visible } from './read.fixture';
import { slips } from './sealing.fixture';

/** The line of the last occurrence, so that `# Situation` finds the second. */
function lineOf(text: string, part: string): number {
	return text.slice(0, text.lastIndexOf(part)).split('\n').length;
}

describe('a slip of the hand', () => {
	test.each(slips)(
		'%s: nothing hidden is shown, the line is named, the rest stays',
		(name, from, to, at, hint) => {
			expect(document).toContain(from);
			const text = document.replace(from, to);
			const reading = read(text);
			for (const secret of secrets) expect(visible(reading)).not.toContain(secret);
			if (name === 'a vertical tab for a line end') return expect(reading.problems).toEqual([]);
			const line = lineOf(text.replaceAll('\v', '\n'), at);
			const there = reading.problems.filter((problem) => problem.line === line);
			expect(there.map(({ level }) => level)).toContain('sealed');
			expect(there.map((problem) => problem.hint).join('\n')).toMatch(hint ?? /./);
			expect(reading.scenario?.notUnderstood.length).toBeGreaterThan(0);
			// Whatever was sealed, the exercise after it or before it is there.
			expect(reading.scenario?.exercises.map(({ id }) => id)).toContain('investigation');
			expect(visible(reading)).toContain('Instructions to the teams.');
		}
	);

	test('seals the exercise’s own text, and not the needs under it', () => {
		const reading = read(document.replace('- alone first: 5 minutes', '- alone frist: 5 minutes'));
		const exercise = reading.scenario?.exercises[0];
		expect(exercise?.text.open).toBe('');
		expect(exercise?.items).toHaveLength(3);
		expect(reading.problems).toMatchObject([
			{ line: 24, level: 'sealed', hint: 'Did you mean "alone first"?' }
		]);
	});

	test('seals an exercise of an unknown word with all that is under it', () => {
		const reading = read(document.replace('# Exercise: The inv', '# Exercice: The inv'));
		expect(reading.scenario?.exercises.map(({ id }) => id)).toEqual(['priorities']);
		expect(reading.problems.map(({ hint }) => hint)).toContain('Did you mean "Exercise"?');
	});

	test('takes out what waits for a sealed inject', () => {
		const reading = read(document.replace('- to: side requesting', '- to: sides requesting'));
		expect(reading.scenario?.exercises[0]?.items.map(({ id }) => id)).toEqual([
			'call-records',
			'signs'
		]);
	});

	test('is reported with all the others of the file at once', () => {
		const text = document
			.replace('### Expert', '### Exprt')
			.replace('- to: part defence', '– to: part defence')
			.replace('# Debrief', '#Debrief')
			.replace('B: SO', 'B: XQ');
		const lines = ['B: XQ', '### Exprt', '– to: part', '#Debrief'].map((part) =>
			lineOf(text, part)
		);
		expect(read(text).problems.map(({ line }) => line)).toEqual(expect.arrayContaining(lines));
	});

	test('keeps notes for facilitators out of what is opened later', () => {
		for (const slip of [
			'###Facilitator',
			'Facilitators',
			'**Facilitator:**',
			'> ### Facilitator'
		]) {
			const reading = read(document.replace('### Facilitator\nSay', `${slip}\nSay`));
			const need = reading.scenario?.exercises[0]?.items[0];
			expect(need?.kind === 'need' && reveal(need.expertText)).toBe('');
			expect(reading.problems).toMatchObject([{ level: 'sealed' }]);
		}
		const debrief = read(document.replace('# Facilitator\nPrep', '#Facilitator\nPrep'));
		expect(debrief.scenario && reveal(debrief.scenario.debrief)).toBe('');
	});

	test('is reported in sealed text too, where a glued need would be lost', () => {
		const reading = read(document.replace('Say ebony.', 'Say ebony.\n\n##Need: Lost'));
		expect(reading.problems).toMatchObject([
			{ level: 'sealed', message: expect.stringContaining('##Need: Lost') }
		]);
	});
});

describe('words that are no slip', () => {
	test.each([
		['a hidden word in a sentence', 'Ask an expert for an answer.'],
		['a list after a sentence', 'Bring:\n\n- paper: two sheets\n- pens'],
		['a number sign inside a line', 'Container #4 and lot no. #7.'],
		['the author’s own heading', '#### What the facilitator of the talks said\n\nText.'],
		['a web address', 'See <https://example.org/a#b>.'],
		['a smaller-than sign', 'Amounts < 5 and 3<4.'],
		['a letter', 'To whom it may concern: this is from the director.']
	])('%s stays open', (_, words) => {
		const reading = read(document.replace('For everyone.', words));
		expect(reading.problems).toEqual([]);
		expect(reading.scenario?.exercises[0]?.handouts[1]?.text).toEqual({ open: words });
	});
});

describe('any line like a heading', () => {
	const sign = fc.constantFrom('#', '##', '###', '####', '#####', '＃', '\\#', '&#35;');
	const lead = fc.constantFrom(
		'',
		' ',
		'  ',
		'    ',
		'\t',
		'> ',
		'- ',
		'1. ',
		'\u00a0',
		'**',
		'`',
		'| ',
		'<b>'
	);
	const space = fc.constantFrom('', ' ', '\t', '\u00a0', '\u200b', '  ');
	const word = fc.oneof(
		fc.constantFrom(
			'Expert',
			'Answer',
			'Facilitator',
			'Debrief',
			'Law: x',
			'Need',
			'Exprt',
			'Notes',
			''
		),
		fc.string({ maxLength: 12 }).map((text) => text.replace(/\s/g, ' '))
	);
	const line = fc.tuple(lead, sign, space, word).map((parts) => parts.join(''));
	const lines = document.split('\n');
	const from = lines.findIndex((text) => text === '### Expert');
	const to = lines.findIndex((text) => text.startsWith('## Inject'));

	test('put anywhere in a hidden text never opens it', () => {
		fc.assert(
			fc.property(line, fc.integer({ min: from + 1, max: to }), (text, at) => {
				const reading = read([...lines.slice(0, at), text, ...lines.slice(at)].join('\n'));
				for (const secret of secrets) expect(visible(reading)).not.toContain(secret);
			}),
			{ numRuns: 400 }
		);
	});

	test('put in place of a hidden heading never opens what stands under it', () => {
		// Words that no author would take for the heading of a hidden text are the author's own.
		const hidden = fc.constantFrom(
			'Expert',
			'Answer',
			'Facilitator',
			'Debrief',
			'Experts',
			'expert',
			'EXPERT',
			'Exprt',
			'Expert:'
		);
		const damaged = fc.tuple(lead, sign, space, hidden).map((parts) => parts.join(''));
		fc.assert(
			fc.property(damaged, fc.nat(3), (text, which) => {
				const heading = ['### Expert', '### Answer', '# Debrief', '# Facilitator'][which]!;
				const reading = read(document.replace(`\n${heading}\n`, `\n${text}\n`));
				for (const secret of secrets) expect(visible(reading)).not.toContain(secret);
			}),
			{ numRuns: 400 }
		);
	});
});
