/** Everything from a fresh clone to all tests. Ends with a line "N passed, N failed". */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { again, build, install } from './prepare.js';

install();
if (!again('test.js')) {
	build();
	rmSync('test-results', { recursive: true, force: true });
	mkdirSync('test-results', { recursive: true });
	const unit = 'test-results/vitest.json';
	const browser = 'test-results/playwright.json';
	const node = (args, env = {}) =>
		spawnSync(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...env } }).status;

	const vitest = node([
		'node_modules/vitest/vitest.mjs',
		'run',
		'--reporter=default',
		'--reporter=json',
		`--outputFile.json=${unit}`
	]);
	const playwright = node(
		['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json'],
		{
			PLAYWRIGHT_JSON_OUTPUT_NAME: browser
		}
	);

	const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);
	const [v, p] = [read(unit), read(browser)];
	const passed = (v?.numPassedTests ?? 0) + (p ? p.stats.expected + p.stats.flaky : 0);
	// A run that died without a report, or failed outside any test, counts as a failure too.
	const atLeast = (count, status, report) => (count > 0 ? count : status !== 0 || !report ? 1 : 0);
	const failed =
		atLeast(v?.numFailedTests ?? 0, vitest, v) + atLeast(p?.stats.unexpected ?? 0, playwright, p);
	console.log(`${passed} passed, ${failed} failed`);
	process.exit(failed > 0 || passed === 0 ? 1 : 0);
}
