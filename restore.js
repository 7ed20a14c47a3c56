/** `npm run restore -- FILE`: begins again from a copy; what is there now is put aside. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { again, install } from './prepare.js';

// Without the internet too: packages are brought only where there are none.
if (!existsSync(new URL('node_modules', import.meta.url))) install();
if (!again('restore.js')) {
	process.env.BARAZA_HOME = fileURLToPath(new URL('.', import.meta.url));
	await import('./typescript.js');
	const { restore } = await import('./src/lib/server/restore-command.ts');
	process.exitCode = restore(process.argv.slice(2), new Date(), console.log);
}
