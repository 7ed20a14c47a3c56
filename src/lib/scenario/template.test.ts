import { describe, expect, test } from 'vitest';
import { read } from './read.fixture';
import { template } from './template';

describe('template', () => {
	test('is a scenario without a problem', () => {
		const { scenario, problems } = read(template('my-case', '2026-11-24'));
		expect(problems).toEqual([]);
		expect(scenario).toMatchObject({ title: 'My Case', date: '2026-11-24' });
		expect(scenario?.exercises).toHaveLength(2);
	});
});
