import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reveal } from './reveal';
import { document, read, secrets, visible } from './read.fixture';

/** A slip of the hand: what is changed into what, and where the problem must be reported. */
type Slip = [name: string, from: string, to: string, at: string, hint?: RegExp];

const option = '- [x] The central authority {#central}';

const slips: Slip[] = [
	['a glued heading', '### Expert', '###Expert', '###Expert'],
	['a heading of an unknown word', '### Expert', '### Exprt', '### Exprt', /"Expert"/],
	['a heading in small letters', '### Expert', '### expert', '### expert', /"Expert"/],
	['a heading with words too many', '### Expert', '### Expert view', '### Expert view', /"Expert"/],
	['a heading in bold', '### Expert', '### **Expert**', '### **Expert**', /"Expert"/],
	['a hidden heading at the wrong level', '### Expert', '## Expert', '## Expert', /level 3/],
	['a hidden heading at the author’s level', '### Expert', '#### Expert', '#### Expert'],
	['a heading indented like code', '### Expert', '    ### Expert', '    ### Expert'],
	['a heading behind a tab', '### Expert', '\t### Expert', '\t### Expert'],
	['a heading in a quote', '### Expert', '> ### Expert', '> ### Expert'],
	['a heading in a list', '### Expert', '- ### Expert', '- ### Expert'],
	['a heading with escaped signs', '### Expert', '\\### Expert', '\\### Expert'],
	['a heading with full-width signs', '### Expert', '＃＃＃ Expert', '＃＃＃ Expert'],
	['a heading with seven signs', '### Expert', '####### Expert', '####### Expert'],
	['a heading behind a hidden character', '### Expert', '\u200b### Expert', '\u200b### Expert'],
	[
		'a heading behind a lost line end',
		'needs it.\n\n### Expert',
		'needs it. ### Expert',
		'needs it. ### Expert'
	],
	['a bold word as heading', '### Expert', '**Expert**', '**Expert**'],
	['a word alone on its line', '### Answer', 'Answer', 'Answer'],
	['a word with a colon', '### Answer', '_Answer:_', '_Answer:_'],
	['a misspelt word alone on its line', '### Facilitator\nSay', 'Faciltator\nSay', 'Faciltator'],
	['an answer told in a line', '### Answer\nBecause', 'Answer: because', 'Answer: because'],
	['an underlined heading', '### Answer', 'Answer\n------', 'Answer'],
	['an unknown section', '# Debrief', '# Debreif', '# Debreif', /"Debrief"/],
	['a glued section', '# Debrief', '#Debrief', '#Debrief'],
	['a section with a title', '# Debrief', '# Debrief: the end', '# Debrief: the end'],
	['a comment that is never closed', '### Expert', '<!-- old\n### Expert', '<!-- old'],
	['an HTML heading', '### Expert', '<h3>Expert</h3>', '<h3>Expert</h3>'],
	['HTML that folds', '### Answer', '<details>\n\n### Answer', '<details>'],
	['a code block that is never closed', 'needs it.', 'needs it.\n\n```', '### Expert'],
	[
		'a list that swallows the heading',
		'needs it.\n\n###',
		'needs it.\n\n- one\n  ###',
		'  ### Expert'
	],
	[
		'a reference whose title swallows a heading',
		'Why',
		'[r]: x "\n### Expert birch\n"\n\nWhy',
		'### Expert birch'
	],
	['a setting with a dash', '- to: part defence', '– to: part defence', '– to: part defence'],
	['a setting without a bullet', '- to: part defence', 'to: part defence', 'to: part defence'],
	[
		'a setting with a capital',
		'- to: part defence',
		'- To: part defence',
		'- To: part defence',
		/"to"/
	],
	['a setting without a space', '- to: part defence', '-to: part defence', '-to: part defence'],
	['a numbered setting', '- to: part defence', '1. to: part defence', '1. to: part defence'],
	['a setting in bold', '- to: part defence', '- **to**: part defence', '- **to**: part defence'],
	[
		'a setting after a sentence',
		'- to: part defence\n',
		'Read this.\n- to: part defence\n',
		'- to: part defence'
	],
	[
		'text glued to a setting',
		'- to: part defence\n\n',
		'- to: part defence\n',
		'- to: part defence'
	],
	[
		'an unknown part',
		'- to: part defence',
		'- to: part defense',
		'- to: part defense',
		/"defence"/
	],
	[
		'an unknown side',
		'- to: side requesting',
		'- to: side requestin',
		'- to: side requestin',
		/"requesting"/
	],
	[
		'an unknown word for whom',
		'- to: part defence',
		'- to: defence',
		'- to: defence',
		/part defence/
	],
	['an unknown setting', '- to: part defence', '- fro: part defence', '- fro: part defence'],
	['a setting twice', '- to: part defence', '- to: part defence\n- to: all', '- to: all'],
	[
		'an inject to wait for that is none',
		'- after: second-phone',
		'- after: second-fone',
		'- after: second-fone',
		/"second-phone"/
	],
	['an inject’s minute that is none', '- at: 25 minutes', '- at: half past', '- at: half past'],
	['an option without a space', option, '- [x]The central authority', '- [x]The central authority'],
	['an option with a tick', option, '- [✓] The central authority', '- [✓] The central authority'],
	['an option of two lines', option, `${option}\n  since jasper`, option],
	[
		'an unknown tool',
		'- so-telecom-data',
		'- so-telecom-date',
		'- so-telecom-date',
		/"so-telecom-data"/
	],
	[
		'a heading that is not yet supported',
		'## Handout: The account of hazel',
		'## Law: The account of hazel',
		'## Law: The account'
	],
	[
		'a way of answering not yet supported',
		'- answer: one, with reason',
		'- answer: table',
		'- answer: table',
		/text, one or several/
	],
	['an answer by each person', '- short: Signing', '- by: each person', '- by: each person'],
	['text before the first heading', '# Situation\n', '', 'What everyone'],
	['a second situation', '# Debrief', '# Situation', '# Situation'],
	['an empty heading', '### Expert', '###', '###\n- so'],
	['a vertical tab for a line end', '### Expert\n', '### Expert\v', '- so-telecom-data']
];

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
