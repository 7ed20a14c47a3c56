import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { HORIZONS } from '../../src/lib/sheet/layout';
import type { Results } from '../../src/lib/report/results';
import type { TeamOnFile } from '../../src/lib/teams/teams-file';
import { rehearse } from './rehearse';
import { openDoors, openExercise } from './stage';
import type { Figures } from './summary';

const folder = mkdtempSync(join(tmpdir(), 'baraza-rehearsal-'));
const roster = 'tests/fixtures/rosters/harbour-8.csv';
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs it as the command does. @returns what it printed, and its exit code */
async function run(...args: string[]) {
	const lines: string[] = [];
	const { signal } = new AbortController();
	const code = await rehearse(args, { say: (line) => void lines.push(line), stop: signal });
	return { code, said: lines.join('\n') };
}

function read<T>(out: string, file: string): T {
	return JSON.parse(readFileSync(join(folder, out, file), 'utf8')) as T;
}

/** The list with its rows in another order. */
function shuffledRoster(): string {
	const [head = '', ...rows] = readFileSync(roster, 'utf8').trim().split('\n');
	const file = join(folder, 'other-order.csv');
	writeFileSync(file, [head, ...rows.reverse(), ''].join('\n'));
	return file;
}

describe('rehearse', () => {
	test('a whole workshop of eight people loses nothing and fills every team’s sheet', async () => {
		const out = join(folder, 'whole');
		const { code, said } = await run(
			...`--people 8 --teams 2 --minutes 0.1 --seed 3 --out ${out}`.split(' ')
		);
		expect(said).toContain('Nothing that was saved is missing.');
		expect(code).toBe(0);
		const figures = read<Figures>('whole', 'figures.json');
		expect(figures).toMatchObject({ people: 8, refused: 0, lost: 0 });
		expect(figures.acknowledged).toBe(figures.sent);
		expect(figures.p99).toBeGreaterThanOrEqual(figures.p50);
		const { teams, joint, agreement } = read<Results>('whole', 'results.json');
		expect(teams.map((team) => team.name)).toEqual(
			read<TeamOnFile[]>('whole', 'teams.json').map(({ team }) => team)
		);
		for (const { choices, answers, recommendations } of teams) {
			expect(new Set(choices.map((one) => one.need)).size).toBeGreaterThanOrEqual(7);
			expect(choices.filter((one) => !one.reason || !one.asks || !one.executes)).toEqual([]);
			expect(answers.length).toBeGreaterThanOrEqual(4);
			expect(new Set(recommendations.map((one) => one.horizon))).toEqual(new Set(HORIZONS));
		}
		const written = teams.flatMap(({ recommendations }) => recommendations.map(({ text }) => text));
		const sources = joint.flatMap((one) => one.sources);
		expect(sources.map(({ text }) => text).sort()).toEqual(written.sort());
		expect(joint.filter((one) => one.sources.length === 2).length).toBeGreaterThan(0);
		expect(agreement.filter(({ all }) => all !== null).length).toBeGreaterThanOrEqual(7);
	}, 180_000);

	test('R3: where links are cut and the server is killed nothing is lost either, and the figures say how often', async () => {
		const out = join(folder, 'faults');
		const wish = `--people 6 --teams 1 --minutes 0.2 --faults flaky,kill --out ${out}`;
		const { code, said } = await run(...wish.split(' '));
		expect(code, said).toBe(0);
		const figures = read<Figures>('faults', 'figures.json');
		expect(figures).toMatchObject({ people: 6, refused: 0, lost: 0 });
		expect(figures.acknowledged).toBe(figures.sent);
		expect(figures.kills).toBeGreaterThanOrEqual(1);
		expect(figures.cuts).toBeGreaterThanOrEqual(6);
	}, 240_000);

	test('no minutes form the teams and stop: the same bytes for the same people, number and seed', async () => {
		const wish = '--scenario harbour-permits --teams 2 --seed 5 --minutes 0'.split(' ');
		for (const [out, list] of [
			['first', roster],
			['again', shuffledRoster()]
		] as const) {
			const done = await run(...wish, '--roster', list, '--out', join(folder, out));
			expect(done.code, done.said).toBe(0);
			expect(readdirSync(join(folder, out))).toEqual(['teams.json']);
		}
		const bytes = (out: string) => readFileSync(join(folder, out, 'teams.json'), 'utf8');
		expect(bytes('again')).toBe(bytes('first'));
		expect(read<TeamOnFile[]>('first', 'teams.json').flatMap((team) => team.members).length).toBe(
			8
		);
	}, 120_000);

	test('people of the list join a workshop that somebody else runs', async () => {
		await using doors = await openDoors({ people: 6, teams: 2 });
		const { server, lead, code, list } = doors;
		const file = join(folder, 'list.csv');
		writeFileSync(file, list);
		await openExercise(lead);
		const where = ['--url', server.origin, '--code', code, '--roster', file];
		const out = join(folder, 'guest');
		const done = await run(...where, '--minutes', '0.05', '--out', out);
		expect(done, done.said).toMatchObject({ code: 0 });
		expect(read<Figures>('guest', 'figures.json')).toMatchObject({ people: 6, lost: 0 });
		const { teams } = await lead.results();
		expect(teams.filter((team) => team.choices.length > 0).length).toBe(2);
		const again = await run(...where, '--minutes', '0.05');
		expect(again).toMatchObject({ code: 1, said: expect.stringContaining('taken') });
	}, 120_000);

	test('rows to mend are printed by line, and the others are rehearsed', async () => {
		const file = join(folder, 'bad.csv');
		writeFileSync(
			file,
			'name,delegation\nAmina Ali,Kenya\nBare Odowa,Somalai\n,Kenya\nCali Nuur,Somalia\n'
		);
		const { code, said } = await run('--roster', file, '--minutes', '0');
		expect(code).toBe(0);
		expect(said).toMatch(/Row 3: .*Somalai.*Somalia/);
		expect(said).toMatch(/Row 4 has no name/);
		const empty = join(folder, 'empty.csv');
		writeFileSync(empty, 'name,delegation\n,Kenya\n');
		expect(await run('--roster', empty, '--minutes', '0')).toMatchObject({ code: 1 });
	});
	test('a scenario or a file that is not there is said so', async () => {
		const scenario = await run('--scenario', 'no-such-case', '--minutes', '0');
		expect(scenario).toMatchObject({ code: 1, said: expect.stringContaining('two-shores') });
		const list = await run('--roster', join(folder, 'nothing.csv'));
		expect(list).toMatchObject({ code: 1, said: expect.stringContaining('cannot be read') });
		const out = await run('--minutes', '0', '--out', join(folder, 'bad.csv', 'x'));
		expect(out).toMatchObject({ code: 1, said: expect.stringContaining('cannot be written') });
	});
	test('help names every option', async () =>
		expect(await run('--help')).toMatchObject({
			code: 0,
			said: expect.stringContaining('--minutes M')
		}));
});
