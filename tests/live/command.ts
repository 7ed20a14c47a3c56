import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/**
 * Runs one of the commands at the project's root, as npm does.
 * @param script e.g. `backup.js`
 * @param data the data folder it works on
 */
export async function command(
	script: string,
	data: string,
	args: string[]
): Promise<{ code: number; said: string }> {
	const env = { ...process.env, BARAZA_DATA: data, NODE_OPTIONS: '' };
	const run = promisify(execFile)(process.execPath, [script, ...args], { env });
	return run.then(
		({ stdout, stderr }) => ({ code: 0, said: stdout + stderr }),
		({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
			code,
			said: stdout + stderr
		})
	);
}
