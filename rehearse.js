/** `npm run rehearse -- …`: a dry run with simulated people; `--help` says what can be asked for. */
import { again, build, install } from './prepare.js';

install();
if (!again('rehearse.js')) {
	build();
	await import('./typescript.js');
	const { rehearse } = await import('./tests/faults/rehearse.ts');
	const stopped = new AbortController();
	const stop = () => {
		if (stopped.signal.aborted) process.exit(130);
		console.log('Stopping …');
		stopped.abort();
	};
	process.on('SIGINT', stop).on('SIGTERM', stop);
	try {
		const args = process.argv.slice(2);
		process.exitCode = await rehearse(args, { say: console.log, stop: stopped.signal });
	} catch (error) {
		if (!stopped.signal.aborted) console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	}
	// people whose connections still linger keep nobody waiting
	process.exit();
}
