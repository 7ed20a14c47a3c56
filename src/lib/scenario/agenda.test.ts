import { describe, expect, test } from 'vitest';
import { span } from './agenda';
import { document, read } from './read.fixture';

describe('span', () => {
	test.each([
		['20', 20, 20],
		['60-90', 60, 90],
		['60–90 min', 60, 90],
		['5 to 10 minutes', 5, 10]
	])('reads %s', (written, atLeast, minutes) => {
		expect(span(written)).toEqual({ atLeast, minutes });
	});

	test.each(['', 'soon', '90-60', '1h', '-5', '99999'])('reads nothing from "%s"', (written) => {
		expect(span(written)).toBeUndefined();
	});
});

describe('agendaOf', () => {
	const agenda = (rows: string) => read(document.replace(/\| 60-90 [^]*?(?=\n\n# Exercise)/, rows));

	test('takes a line’s kind from its first word', () => {
		const { scenario } = agenda(
			['Talk: x', 'Presentations: y', 'Plenary', 'Debrief: z', 'Evaluation', 'Tea', 'Walk']
				.map((step) => `| 5 | ${step} |`)
				.join('\n')
		);
		expect(scenario?.agenda.map(({ kind }) => kind)).toEqual([
			...['talk', 'presentations', 'plenary', 'debrief', 'evaluation', 'break', 'talk']
		]);
	});

	test('finds an exercise by title or id, and says which one is left out', () => {
		const { scenario, problems } = agenda('| 5 | Exercise: investigation |');
		expect(scenario?.agenda).toMatchObject([
			{ title: 'The investigation', exercise: 'investigation' }
		]);
		expect(problems.map(({ message }) => message)).toEqual([
			'The agenda leaves out the exercise "Priorities".'
		]);
	});

	test('seals what is no table', () => {
		const { scenario, problems } = agenda('| 5 | Talk |\n\nSecret plan.');
		expect(scenario?.notUnderstood).toHaveLength(1);
		expect(problems.map(({ level }) => level)).toContain('sealed');
	});
});
