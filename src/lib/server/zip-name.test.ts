import { expect, test } from 'vitest';
import { nameProblem, sameName } from './zip-name';

test('C9: a name that leaves its folder is seen', () => {
	for (const name of ['../x', 'a/../../x', '/etc/passwd', 'C:\\x', 'c:x', '\\\\host\\x', 'a\\b'])
		expect(nameProblem(name), name).toBe('outside');
});
test('C9: so is one that is a device on Windows', () => {
	for (const name of ['CON', 'a/nul.txt', 'Com1.md', 'lpt9/x.md'])
		expect(nameProblem(name), name).toBe('reserved');
	for (const name of ['console.md', 'context/a.md', 'com10.md'])
		expect(nameProblem(name), name).toBe(undefined);
});
test('C9: and one that a folder shows otherwise than it is', () => {
	for (const name of ['a.', 'a ', 'a//b', './a', 'a\u202eb', 'a\u0000b', 'a?b', 'x'.repeat(300)])
		expect(nameProblem(name), name).toBe('odd');
});
test('C9: names that differ by case or by how an accent is written are one', () => {
	expect(sameName('Scenario/É.md')).toBe(sameName('scenario/e\u0301.md'));
});
