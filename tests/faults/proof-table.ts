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

/** The proof as its page has it. */
export interface Proof {
	/** When and where the whole was run. */
	run: string;
	/** Rows that were run by themselves since, with the day. */
	since: Map<string, string>;
	rows: Proved[];
}

/** How all rows were run. */
export interface Run {
	/** e.g. 2026-11-29 */
	day: string;
	full: boolean;
	minutes: number;
	machine: string;
}

/** When and where the whole was run, in words. */
export function inWords({ day, full, minutes, machine: where }: Run): string {
	const length = full ? 'at their full lengths' : 'scaled to end within 40 minutes on two cores';
	return `Run on ${day}, ${length}, in ${minutes} minutes: ${where}.`;
}

/** What there is before anything was run. */
export const NONE: Proof = { run: 'Not run as a whole yet.', since: new Map(), rows: [] };

/** Rows were run by themselves: of the others, and of when the whole was run, all stays. */
export function renewed({ run, since, rows }: Proof, proved: Proved[], day: string): Proof {
	const again = new Set(proved.map(({ row }) => row));
	return {
		run,
		since: new Map([...since, ...[...again].map((row) => [row, day] as const)]),
		rows: [...proved, ...rows.filter(({ row }) => !again.has(row))]
	};
}

/** What the figures were measured on. */
export function machine(all: CpuInfo[] = cpus()): string {
	const memory = Math.round(totalmem() / 1024 ** 3);
	const [first] = all;
	const model = first?.model.trim() || 'processor without a name';
	return `${all.length} x ${model}, ${memory} GiB, ${process.platform}, Node ${process.version.slice(1)}`;
}

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

const place = (row: string) => [row[0] ?? '', Number(row.slice(1))] as const;

function inOrder(a: string, b: string): number {
	const [[one, first], [other, second]] = [place(a), place(b)];
	return one === other ? first - second : one < other ? -1 : 1;
}

const SINCE = 'Again since: ';

/** The rows by the day on which they were run. */
function sinceInWords(since: Proof['since']): string {
	const days = [...Map.groupBy(since, ([, day]) => day)].sort(([a], [b]) => (a < b ? -1 : 1));
	const said = days.map(([day, rows]) => {
		const names = rows.map(([row]) => row).sort(inOrder);
		return `${names.join(', ')} on ${day}`;
	});
	return `${SINCE}${said.join('; ')}.`;
}

/** The page: what was run where, and the table in the order of the rows. */
export function formatted({ run, since, rows }: Proof): string {
	return [
		'# Proof',
		'',
		'What was done to Baraza, and what came of it. `npm run prove` writes this page; the rows are tests of this',
		'repository whose names begin with the row, short in `npm test` and long here. A: kept once acknowledged. B: the',
		'network of a hotel. C: bad input. D: who may. E: tally and log. Where a row was scaled it says of how much.',
		'',
		run,
		...(since.size ? [sinceInWords(since)] : []),
		'',
		'| Row | What was done | Figure | Pass |',
		'| --- | --- | --- | --- |',
		...rows
			.toSorted((a, b) => inOrder(a.row, b.row))
			.map(({ row, done, seen, pass }) => `| ${row} | ${cell(done)} | ${cell(seen)} | ${pass} |`),
		''
	].join('\n');
}

/** What a page says that {@link formatted} wrote. */
export function readProof(page: string): Proof {
	const lines = page.split('\n');
	const again = lines.find((line) => line.startsWith(SINCE))?.slice(SINCE.length, -1) ?? '';
	return {
		run: lines.find((line) => line.startsWith('Run on ')) ?? NONE.run,
		since: new Map(
			again.split('; ').flatMap((said) => {
				const [names, day] = said.split(' on ');
				return day ? (names ?? '').split(', ').map((row) => [row, day] as const) : [];
			})
		),
		rows: lines.flatMap(readRow)
	};
}

function readRow(line: string): Proved[] {
	const found = /^\| ([A-E]\d+) \| (.*) \| (.*) \| (yes|no|–) \|$/.exec(line);
	if (!found) return [];
	const [, row = '', done = '', seen = '', pass] = found.map((one) => one.replaceAll('\\|', '|'));
	return [{ row, done, seen, pass: pass as Proved['pass'] }];
}
