import type { Problem, Reading } from './scenario';

/** What a list of scenarios shows of one; a broken one has its title and its problems. */
export interface Outline {
	slug: string;
	title: string;
	summary: string;
	/** English names. */
	countries: string[];
	/** Of the whole agenda; of ranges the longer ends. */
	minutes: number;
	/** As the front matter has it, e.g. `en`; empty when it says nothing. */
	language: string;
	edition: string;
	exercises: number;
	needs: number;
	questions: number;
	injects: number;
	handouts: number;
	/** The worst level of all problems; undefined when there are none. */
	worst?: Problem['level'];
	problems: number;
}

const levels: Problem['level'][] = ['unusable', 'sealed', 'advice'];

/** A scenario in numbers. */
export function outline({ slug, title, scenario, problems }: Reading): Outline {
	const exercises = scenario?.exercises ?? [];
	const items = exercises.flatMap((exercise) => exercise.items);
	const count = (kind: 'need' | 'question') => items.filter((item) => item.kind === kind).length;
	return {
		slug,
		title,
		summary: scenario?.summary ?? '',
		countries: scenario?.countries.map(({ name }) => name) ?? [],
		minutes: (scenario?.agenda ?? []).reduce((sum, { minutes }) => sum + minutes, 0),
		language: scenario?.language ?? '',
		edition: scenario?.edition ?? '',
		exercises: exercises.length,
		needs: count('need'),
		questions: count('question'),
		injects: exercises.reduce((sum, { injects }) => sum + injects.length, 0),
		handouts: exercises.reduce((sum, { handouts }) => sum + handouts.length, 0),
		worst: levels.find((level) => problems.some((problem) => problem.level === level)),
		problems: problems.length
	};
}
