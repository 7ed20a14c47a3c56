/** `npm run bench -- NAME [--json FILE]`: measures one thing, prints a table; the file has the same rows. */
import { readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { again, install } from './prepare.js';

const folder = fileURLToPath(new URL('bench/', import.meta.url));

function stop(sentence) {
	console.error(sentence);
	process.exit(1);
}

/** The name of the bench and the file for its rows, or the end with a sentence. */
function wanted() {
	const there = readdirSync(folder)
		.filter((file) => file.endsWith('.ts'))
		.map((file) => file.replace('.ts', ''));
	const use = `Use: npm run bench -- NAME [--json FILE], where NAME is one of: ${there.join(', ')}.`;
	try {
		const { values, positionals } = parseArgs({
			allowPositionals: true,
			options: { json: { type: 'string' } }
		});
		const [name, ...more] = positionals;
		if (!name || more.length > 0 || !there.includes(name)) stop(use);
		return { name, json: values.json };
	} catch {
		return stop(use);
	}
}

install();
if (!again('bench.js')) {
	const { name, json } = wanted();
	await import('./typescript.js');
	const { run } = await import(`./bench/${name}.ts`);
	const rows = run();
	console.table(rows);
	try {
		if (json) writeFileSync(json, `${JSON.stringify(rows, null, '\t')}\n`);
	} catch {
		stop(`${json} cannot be written. Name a file in a folder that exists.`);
	}
}
