import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
	formatted,
	inShort,
	inWords,
	machine,
	NONE,
	readProof,
	renewed,
	type Proof,
	type Proved
} from './proof-table';

/** What was asked for; no rows: all. */
interface Wish {
	full: boolean;
	rows: string[];
}

/** What a runner says of one test. */
interface Ran {
	/** With the words of its blocks. */
	name: string;
	/** The words of its blocks. */
	block: string;
	passed: boolean;
	/** Why it failed. */
	why: string;
	/** It could not run here, and says so in its name. */
	skipped: boolean;
}

const TABLE = 'docs/proof.md';
const OUT = 'test-results';
/** A row as the name of a test begins with it. */
const ROW = /\b([A-E]\d{1,2})(?=[,:])/g;

/**
 * Runs every test whose name begins with one of these rows, at its long or full length, and writes
 * the table. Where rows were asked for, all else of the page stays.
 * @returns the exit code: 1 where a row failed or a row that was asked for has no test
 */
export async function prove({ full, rows }: Wish): Promise<number> {
	const figures = join(OUT, 'figures.jsonl');
	mkdirSync(OUT, { recursive: true });
	rmSync(figures, { force: true });
	const env = { ...process.env, BARAZA_PROVE: full ? 'full' : 'long', BARAZA_PROOF: figures };
	const began = Date.now();
	const ran = [...runVitest(rows, env), ...runPlaywright(rows, env)];
	const asked = (row: string) => !rows.length || rows.includes(row);
	const proved = rowsOf(ran, readFigures(figures)).filter(({ row }) => asked(row));
	const day = new Date().toISOString().slice(0, 10);
	const minutes = Math.ceil((Date.now() - began) / 60_000);
	const whole = (): Proof => ({
		run: inWords({ day, full, minutes, machine: machine() }),
		since: new Map(),
		rows: proved
	});
	writeFileSync(TABLE, formatted(rows.length ? renewed(known(), proved, day) : whole()));
	for (const { row, seen, pass } of proved) console.log(`${row} ${pass}: ${seen}`);
	const untested = rows.filter((row) => !proved.some((one) => one.row === row));
	if (untested.length) console.error(`No test begins with: ${untested.join(', ')}.`);
	return untested.length || proved.some(({ pass }) => pass === 'no') ? 1 : 0;
}

const known = () => (existsSync(TABLE) ? readProof(readFileSync(TABLE, 'utf8')) : NONE);

const wanted = (rows: string[]) => `\\b(${rows.length ? rows.join('|') : '[A-E]\\d+'})[,:]`;

/** Files with such a test: to load the others would take minutes. */
function filesWith(folders: string[], rows: string[]): string[] {
	const named = new RegExp(`['"\`][^'"\`\n]*${wanted(rows)}`);
	return folders
		.flatMap((folder) =>
			readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file))
		)
		.filter((file) => file.endsWith('.test.ts') && named.test(readFileSync(file, 'utf8')));
}

function node(args: string[], env: NodeJS.ProcessEnv): void {
	spawnSync(process.execPath, args, { stdio: 'inherit', env });
}

function report<T>(file: string): T | undefined {
	return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : undefined;
}

/** One file after the other: a figure is worth something only where nothing else runs. */
function runVitest(rows: string[], env: NodeJS.ProcessEnv): Ran[] {
	const files = filesWith(['src', 'tests/live', 'tests/faults'], rows);
	if (!files.length) return [];
	const out = join(OUT, 'prove-vitest.json');
	rmSync(out, { force: true });
	const how = ['--no-file-parallelism', '--reporter=default', '--reporter=json'];
	const program = ['node_modules/vitest/vitest.mjs', 'run', ...files, '-t', wanted(rows)];
	node([...program, ...how, `--outputFile.json=${out}`], env);
	const all = report<VitestReport>(out)?.testResults.flatMap((file) => file.assertionResults) ?? [];
	return all.map(({ fullName, ancestorTitles, status, failureMessages }) => ({
		name: fullName,
		block: ancestorTitles.join(' '),
		passed: status === 'passed',
		skipped: status !== 'passed' && status !== 'failed',
		why: failureMessages?.[0] ?? ''
	}));
}

function runPlaywright(rows: string[], env: NodeJS.ProcessEnv): Ran[] {
	const files = filesWith(['tests/e2e'], rows);
	if (!files.length) return [];
	const out = join(OUT, 'prove-playwright.json');
	rmSync(out, { force: true });
	const program = ['node_modules/@playwright/test/cli.js', 'test', ...files, '-g', wanted(rows)];
	node([...program, '--reporter=list,json'], { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: out });
	const specs = (suite: Suite): Spec[] => [
		...(suite.specs ?? []),
		...(suite.suites ?? []).flatMap(specs)
	];
	const all = report<{ suites: Suite[] }>(out)?.suites.flatMap(specs) ?? [];
	return all.map(({ title, ok }) => ({
		name: title,
		block: '',
		passed: ok,
		skipped: false,
		why: ''
	}));
}

interface VitestReport {
	testResults: {
		assertionResults: {
			fullName: string;
			ancestorTitles: string[];
			status: string;
			failureMessages?: string[];
		}[];
	}[];
}
interface Spec {
	title: string;
	ok: boolean;
}
interface Suite {
	specs?: Spec[];
	suites?: Suite[];
}

interface Figure {
	row: string;
	done: string;
	seen: string;
}

function readFigures(file: string): Figure[] {
	const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
	return lines.filter(Boolean).map((line) => JSON.parse(line) as Figure);
}

/** One line for each figure; a row without one is told by its tests. */
function rowsOf(ran: Ran[], figures: Figure[]): Proved[] {
	const byRow = new Map<string, Ran[]>();
	for (const one of ran)
		for (const [, row = ''] of one.name.matchAll(ROW))
			byRow.set(row, [...(byRow.get(row) ?? []), one]);
	return [...byRow].flatMap(([row, tests]): Proved[] => {
		const done = tests.filter((one) => !one.skipped);
		const failed = done.filter((one) => !one.passed);
		const own = figures.filter((one) => one.row === row);
		const told = own.map(({ done: what, seen }) => ({
			row,
			done: what,
			seen,
			pass: 'yes' as const
		}));
		const bad = failed.map(({ name, why }) => {
			const [first = ''] = why.split('\n');
			return { row, done: titleOf(name), seen: first || 'failed', pass: 'no' as const };
		});
		if (told.length || bad.length) return [...bad, ...told];
		if (!done.length)
			return [
				{
					row,
					done: said(tests),
					seen: 'not run here',
					pass: '–'
				}
			];
		return [{ row, done: said(done), seen: `tests passed: ${done.length}`, pass: 'yes' }];
	});
}

const said = (tests: Ran[]) =>
	inShort(tests.map(({ name, block }) => ({ block, title: titleOf(name) })));

/** The name of a test without its rows and rules. */
function titleOf(name: string): string {
	return name.replace(/\b[A-ER]\d+(?:, [A-ER]\d+)*: /g, '');
}
