/** `npm run restore -- FILE`: begins again from a copy; what is there now is put aside. */
import { fileURLToPath } from 'node:url';
import { again, install } from './prepare.js';

install();
if (!again('restore.js')) {
	process.env.BARAZA_HOME = fileURLToPath(new URL('.', import.meta.url));
	await import('./typescript.js');
	const { restore } = await import('./src/lib/server/restore-command.ts');
	process.exitCode = restore(process.argv.slice(2), new Date(), console.log);
}
