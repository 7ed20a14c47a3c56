import { expect, test } from 'vitest';
import { formatted, readTable, type Proved } from './proof-table';

const rows: Proved[] = [
	{ row: 'B10', done: 'a clock | jumps', seen: 'released once', pass: 'yes' },
	{ row: 'B2', done: '300 s of 1800 s', seen: 'lost 2', pass: 'no' },
	{ row: 'A3', done: 'strace', seen: 'not run here', pass: '–' }
];

test('the proof is in the order of its rows, and what was proved before can be read from it', () => {
	const page = formatted(rows, { full: false, minutes: 12, machine: '2 x processor' });
	expect(page).toContain('in 12 minutes: 2 x processor.');
	expect(readTable(page)).toEqual([rows[2], rows[1], rows[0]]);
	expect(page).toContain('a clock \\| jumps');
});
