import { describe, expect, test } from 'vitest';
import { outline } from './outline';
import { document, read } from './read.fixture';

describe('outline', () => {
	test('says what a scenario holds', () => {
		expect(outline(read(document))).toMatchObject({
			...{ title: 'Two Shores', countries: ['Kenya', 'Somalia'], minutes: 165, problems: 0 },
			...{ exercises: 2, needs: 2, questions: 1, injects: 1, handouts: 2, worst: undefined }
		});
	});

	test('names the worst of its problems, and lists a broken one too', () => {
		expect(
			outline(read(document.replace('### Expert', '###Expert').replace('B: SO', 'B: XQ'))).worst
		).toBe('sealed');
		expect(outline(read('nothing'))).toMatchObject({
			title: 'case',
			worst: 'unusable',
			exercises: 0
		});
	});
});
