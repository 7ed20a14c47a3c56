import { describe, expect, test } from 'vitest';
import { formatted, inShort, inWords, readProof, renewed, type Proved } from './proof-table';

const rows: Proved[] = [
	{ row: 'B10', done: 'a clock | jumps', seen: 'released once', pass: 'yes' },
	{ row: 'B2', done: '300 s of 1800 s', seen: 'lost 2', pass: 'no' },
	{ row: 'A3', done: 'strace', seen: 'not run here', pass: '–' }
];

const RUN = inWords({ day: '2027-03-09', full: false, minutes: 12, machine: '2 x processor' });

test('the proof is in the order of its rows, and what was proved before can be read from it', () => {
	const page = formatted({ run: RUN, since: new Map(), rows });
	expect(page).toContain('in 12 minutes: 2 x processor.');
	expect(readProof(page).rows).toEqual([rows[2], rows[1], rows[0]]);
	expect(page).toContain('a clock \\| jumps');
});

test('rows that are run by themselves have a day of their own; of the others, and of the whole, all stays', () => {
	const first = formatted({ run: RUN, since: new Map(), rows });
	const again: Proved = { row: 'B2', done: '1800 s', seen: 'lost 0', pass: 'yes' };
	const other: Proved = { row: 'A1', done: 'kills', seen: 'lost 0', pass: 'yes' };
	const second = formatted(renewed(readProof(first), [again], '2027-03-10'));
	const third = formatted(renewed(readProof(second), [other], '2027-03-12'));
	const page = formatted(renewed(readProof(third), [{ ...again, seen: 'lost 1' }], '2027-03-12'));
	expect(first).not.toContain('Again since');
	expect(second).toContain(`${RUN}\nAgain since: B2 on 2027-03-10.\n`);
	expect(third).toContain(`${RUN}\nAgain since: B2 on 2027-03-10; A1 on 2027-03-12.\n`);
	expect(page).toContain(`${RUN}\nAgain since: A1, B2 on 2027-03-12.\n`);
	expect(readProof(page).rows).toEqual([other, rows[2], { ...again, seen: 'lost 1' }, rows[0]]);
});

describe('what the tests of a row say', () => {
	const of = (block: string, ...titles: string[]) =>
		titles.map((title) => ({ block, title: `${block} ${title}`.trim() }));

	test('is said whole where they are few', () => {
		expect(inShort([...of('a file', 'is read', 'is shut'), ...of('', 'a name is seen')])).toBe(
			'a file is read; a file is shut; a name is seen'
		);
	});
	test('is of many the first of each block, and how many more there are', () => {
		const many = Array.from({ length: 13 }, (_, at) => `${at}`);
		expect(inShort([...of('a file', ...many), ...of('', 'a name is seen', 'and kept')])).toBe(
			'a file 0, and 12 more; a name is seen; and kept'
		);
	});
	test('is of many blocks the first three, and how many tests are left', () => {
		const blocks = Array.from({ length: 23 }, (_, at) => of(`text ${at}`, 'a', 'b', 'c', 'd', 'e'));
		const short = inShort(blocks.flat());
		expect(short).toBe(
			'text 0 a, and 4 more; text 1 a, and 4 more; text 2 a, and 4 more; … and 100 more'
		);
	});
});
