import { cpus, totalmem, type CpuInfo } from 'node:os';

/** One line of the table. */
export interface Proved {
	row: string;
	done: string;
	seen: string;
	/** –: it cannot be run on this machine. */
	pass: 'yes' | 'no' | '–';
}

/** A test that ran. */
export interface Told {
	/** The blocks it stands in, as words; none: ''. */
	block: string;
	/** With the words of its blocks, without its rows and rules. */
	title: string;
}

/** So many tests are all named. */
const ALL = 10;
/** So many blocks are all named; of more, the first few. */
const BLOCKS = 6;
const FIRST = 3;

/** What tests say, in a length that is read: of many, the first of each block and how many more. */
export function inShort(tests: Told[]): string {
	if (tests.length <= ALL) return tests.map(({ title }) => title).join('; ');
	const blocks = [...Map.groupBy(tests, ({ block, title }) => block || title).values()];
	const named = blocks.length > BLOCKS ? blocks.slice(0, FIRST) : blocks;
	const left = tests.length - named.flat().length;
	return [
		...named.map(([first, ...more]) =>
			[first?.title, more.length && `and ${more.length} more`].filter(Boolean).join(', ')
		),
		...(left ? [`… and ${left} more`] : [])
	].join('; ');
}

/** How it was run. */
export interface Run {
	full: boolean;
	minutes: number;
	machine: string;
}

/** What the figures were measured on. */
export function machine(all: CpuInfo[] = cpus()): string {
	const memory = Math.round(totalmem() / 1024 ** 3);
	const [first] = all;
	const model = first?.model.trim() || 'processor without a name';
	return `${all.length} x ${model}, ${memory} GiB, ${process.platform}, Node ${process.version.slice(1)}`;
}

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

const place = ({ row }: Proved) => [row[0] ?? '', Number(row.slice(1))] as const;

/** The page: what was run where, and the table in the order of the rows. */
export function formatted(rows: Proved[], { full, minutes, machine: where }: Run): string {
	const sorted = rows.toSorted((a, b) => {
		const [[one, first], [other, second]] = [place(a), place(b)];
		return one === other ? first - second : one < other ? -1 : 1;
	});
	const length = full ? 'at their full lengths' : 'scaled to end within 40 minutes on two cores';
	return [
		'# Proof',
		'',
		'What was done to Baraza, and what came of it. `npm run prove` writes this page; the rows are tests of this',
		'repository whose names begin with the row, short in `npm test` and long here. A: kept once acknowledged. B: the',
		'network of a hotel. C: bad input. D: who may. E: tally and log. Where a row was scaled it says of how much.',
		'',
		`Run on ${new Date().toISOString().slice(0, 10)}, ${length}, in ${minutes} minutes: ${where}.`,
		'',
		'| Row | What was done | Figure | Pass |',
		'| --- | --- | --- | --- |',
		...sorted.map(
			({ row, done, seen, pass }) => `| ${row} | ${cell(done)} | ${cell(seen)} | ${pass} |`
		),
		''
	].join('\n');
}

/** The rows of a page that {@link formatted} wrote. */
export function readTable(page: string): Proved[] {
	return page
		.split('\n')
		.map((line) => /^\| ([A-E]\d+) \| (.*) \| (.*) \| (yes|no|–) \|$/.exec(line))
		.flatMap((found) => {
			if (!found) return [];
			const [, row = '', done = '', seen = '', pass] = found.map((one) =>
				one.replaceAll('\\|', '|')
			);
			return [{ row, done, seen, pass: pass as Proved['pass'] }];
		});
}
