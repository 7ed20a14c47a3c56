import { describe, expect, test } from 'vitest';
import { withIds } from './fix';
import { readFully } from './read';
import { document, folder, shipped } from './read.fixture';

describe('withIds', () => {
	test('writes each id at the end of its line and leaves all else alone', () => {
		const text = '\uFEFFa\r\n## Need: X ##  \r\n- [ ] y\r\n';
		expect(
			withIds(text, [
				{ line: 2, id: 'x' },
				{ line: 3, id: 'y' }
			])
		).toBe('\uFEFFa\r\n## Need: X {#x}\r\n- [ ] y {#y}\r\n');
	});

	test('leaves nothing to write the next time, and changes no id', () => {
		const text = document
			.replace(/ \{#[a-z-]+\}/g, '')
			.replace('after: second-phone', 'after: a-phone-called-fjord');
		const first = readFully('case', folder({ 'scenario.md': text }), shipped);
		const second = readFully(
			'case',
			folder({ 'scenario.md': withIds(text, first.missing) }),
			shipped
		);
		expect(first.missing.length).toBeGreaterThan(8);
		expect(second.missing).toEqual([]);
		expect(JSON.stringify(second.scenario)).toBe(JSON.stringify(first.scenario));
	});
});
