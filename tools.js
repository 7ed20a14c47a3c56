/** The developer's commands, each on the Node that npm brought: dev, check, lint, format, migration. */
import { spawnSync } from 'node:child_process';
import { again, install, messages } from './prepare.js';

const bin = {
	vite: 'node_modules/vite/bin/vite.js',
	kit: 'node_modules/@sveltejs/kit/svelte-kit.js',
	check: 'node_modules/svelte-check/bin/svelte-check',
	eslint: 'node_modules/eslint/bin/eslint.js',
	prettier: 'node_modules/prettier/bin/prettier.cjs',
	drizzle: 'node_modules/drizzle-kit/bin.cjs'
};

const commands = {
	dev: [[bin.vite, 'dev']],
	check: [
		[bin.kit, 'sync'],
		[bin.check, '--tsconfig', './tsconfig.json']
	],
	lint: [
		[bin.eslint, '.'],
		[bin.prettier, '--check', '--log-level', 'warn', '.']
	],
	format: [[bin.prettier, '--write', '--log-level', 'warn', '.']],
	migration: [[bin.drizzle, 'generate']]
};

install();
if (!again('tools.js')) {
	const [name, ...rest] = process.argv.slice(2);
	if (!commands[name]) {
		console.error(
			`There is no command "${name}". Choose one of: ${Object.keys(commands).join(', ')}.`
		);
		process.exit(1);
	}
	messages();
	for (const [i, args] of commands[name].entries()) {
		const more = i === commands[name].length - 1 ? rest : [];
		const { status } = spawnSync(process.execPath, [...args, ...more], { stdio: 'inherit' });
		if (status !== 0) process.exit(status ?? 1);
	}
}
