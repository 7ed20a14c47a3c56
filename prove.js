/**
 * `npm run prove [-- --full] [--rows A1,B2]`: runs the rows of the proof long and writes docs/proof.md.
 * Without `--full` they are scaled to end within 40 minutes on two cores, and the table says by how much.
 */
import { parseArgs } from 'node:util';
import { again, build, install } from './prepare.js';

install();
if (!again('prove.js')) {
	let wish;
	try {
		wish = parseArgs({ options: { full: { type: 'boolean' }, rows: { type: 'string' } } }).values;
	} catch {
		console.error('Use: npm run prove [-- --full] [--rows A1,B2]');
		process.exit(1);
	}
	build();
	await import('./typescript.js');
	const { prove } = await import('./tests/faults/prove.ts');
	process.exit(await prove({ full: wish.full ?? false, rows: wish.rows?.split(',') ?? [] }));
}
