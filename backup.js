/** `npm run backup -- [--to FOLDER]`: a checked copy of all workshops, also while a server runs. The
 * server itself runs it too, and is told what became of it. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { again, install } from './prepare.js';

const served = process.send !== undefined;
// Newer packages than those of a server that runs would be put under its feet.
if (!existsSync(new URL('node_modules', import.meta.url))) install();
if (served || !again('backup.js')) {
	process.env.BARAZA_HOME = fileURLToPath(new URL('.', import.meta.url));
	await import('./typescript.js');
	const { backup } = await import('./src/lib/server/backup-command.ts');
	const { code, copied } = backup(
		process.argv.slice(2),
		new Date(),
		served ? () => {} : console.log
	);
	process.exitCode = code;
	if (served) process.send(copied, () => process.disconnect());
}
