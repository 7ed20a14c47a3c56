/** `npm run scenario -- check [FOLDER]…` and `new SLUG`; builds nothing. */
import { fileURLToPath } from 'node:url';
import { again, install } from './prepare.js';

install();
if (!again('scenario.js')) {
	await import('./typescript.js');
	const { scenario } = await import('./src/lib/server/scenario-command.ts');
	const program = fileURLToPath(new URL('./scenarios', import.meta.url));
	process.exitCode = await scenario(process.argv.slice(2), {
		scenarios: process.env.BARAZA_SCENARIOS || program,
		program,
		today: new Date().toISOString().slice(0, 10),
		print: console.log
	});
}
