/**
 * `npm run bench -- NAME [--json FILE] …`: measures one thing and prints it; the file has the same.
 * A bench is a file of bench/ with `run(values)`, which gives rows, or an object of figures and lists
 * of rows; `options` names what else it takes, as `parseArgs` wants it.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import * as modules from 'node:module';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { again, build, install } from './prepare.js';

const folder = fileURLToPath(new URL('bench/', import.meta.url));

function stop(sentence) {
	console.error(sentence);
	process.exit(1);
}

/** The name of the bench and the rest of the line, or the end with a sentence. */
function wanted() {
	const there = readdirSync(folder)
		.filter((file) => file.endsWith('.ts'))
		.map((file) => file.replace('.ts', ''));
	const [name, ...args] = process.argv.slice(2);
	if (!there.includes(name))
		stop(`Use: npm run bench -- NAME [--json FILE], where NAME is one of: ${there.join(', ')}.`);
	return { name, args };
}

/** What stands after the name, or the end with a sentence. */
function read(name, args, options) {
	const all = { json: { type: 'string' }, ...options };
	try {
		return parseArgs({ args, options: all }).values;
	} catch {
		const takes = Object.entries(all).map(([key, { type }]) =>
			type === 'string' ? `[--${key} …]` : `[--${key}]`
		);
		return stop(`Use: npm run bench -- ${name} ${takes.join(' ')}`);
	}
}

/** bench/ may have a Yjs of its own, and two copies do not know each other's types: all get ours. */
function shareYjs() {
	const parentURL = import.meta.url;
	modules.registerHooks({
		resolve: (specifier, context, next) =>
			next(specifier, specifier === 'yjs' ? { ...context, parentURL } : context)
	});
}

/** Rows as a table; of an object each list as one, and the rest as a row. */
function show(figures) {
	if (Array.isArray(figures)) return console.table(figures);
	const lists = Object.entries(figures).filter(([, value]) => typeof value === 'object');
	const single = Object.entries(figures).filter(([, value]) => typeof value !== 'object');
	if (single.length) console.table([Object.fromEntries(single)]);
	for (const [, list] of lists) console.table(list);
}

install();
if (!again('bench.js')) {
	const { name, args } = wanted();
	await import('./typescript.js');
	shareYjs();
	const { run, options = {}, needsBuild = false } = await import(`./bench/${name}.ts`);
	const { json, ...values } = read(name, args, options);
	if (needsBuild) build();
	const figures = await run(values);
	show(figures);
	try {
		if (json) writeFileSync(json, `${JSON.stringify(figures, null, '\t')}\n`);
	} catch {
		stop(`${json} cannot be written. Name a file in a folder that exists.`);
	}
	// Clients of the servers that are measured against keep timers of their own after they are closed.
	process.exit();
}
