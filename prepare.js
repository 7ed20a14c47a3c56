/** Brings what a fresh clone lacks: packages, Node 24, the build. Node built-ins only; runs on Node 18 or later. */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));

/** One hash over the names and contents of files; folders are walked in order. Contents, not
 * times: git gives every file the time of the checkout. `src/lib/paraglide` is made by the build. */
function print(paths) {
	const hash = createHash('sha256');
	const walk = (path) => {
		const full = join(root, path);
		if (!existsSync(full) || path === 'src/lib/paraglide') return;
		if (!statSync(full).isDirectory()) return hash.update(path).update(readFileSync(full));
		for (const name of readdirSync(full).sort()) walk(`${path}/${name}`);
	};
	paths.forEach(walk);
	return hash.digest('hex');
}

/** Runs `work` unless it was last run for files with the same contents. */
function once(stamp, paths, work) {
	const now = print(paths);
	const file = join(root, stamp);
	if (existsSync(file) && readFileSync(file, 'utf8') === now) return;
	work();
	writeFileSync(file, now);
}

function run(program, args) {
	const { status, error } = spawnSync(program, args, { cwd: root, stdio: 'inherit' });
	if (error) throw error;
	if (status !== 0) process.exit(status ?? 1);
}

/** Runs a script whose words say nothing to who starts the app, unless it fails. */
function quietly(args) {
	const { status, error, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root });
	if (error) throw error;
	if (status === 0) return;
	process.stderr.write(stdout);
	process.stderr.write(stderr);
	process.exit(status ?? 1);
}

/** Installs the packages of the lock file, the platform's Node 24 among them. */
export function install() {
	once('node_modules/.lock', ['package-lock.json'], () => {
		const how = existsSync(join(root, 'node_modules')) ? ['install', '--no-save'] : ['ci'];
		const flags = [
			'--include=dev',
			'--include=optional',
			'--no-audit',
			'--no-fund',
			'--loglevel=error'
		];
		console.log('Installing packages (once, about a minute) …');
		// npm's own Node runs npm: the one npm brings may be what is being replaced.
		if (process.env.npm_execpath)
			run(process.env.npm_node_execpath ?? process.execPath, [
				process.env.npm_execpath,
				...how,
				...flags
			]);
		else if (process.platform === 'win32')
			run(process.env.ComSpec ?? 'cmd.exe', [
				'/d',
				'/s',
				'/c',
				['npm', ...how, ...flags].join(' ')
			]);
		else run('npm', [...how, ...flags]);
	});
}

/** Compiles the interface messages, which are not kept in git. */
export function messages() {
	run(process.execPath, [
		'node_modules/@inlang/paraglide-js/bin/run.js',
		'compile',
		'--project',
		'./project.inlang',
		'--outdir',
		'./src/lib/paraglide',
		'--silent'
	]);
}

/** Builds the app. Scenarios are read at run time and do not count. */
export function build() {
	const sources = [
		'package-lock.json',
		'svelte.config.js',
		'vite.config.ts',
		'vite',
		'tsconfig.json',
		'src',
		'static',
		'messages',
		'project.inlang/settings.json'
	];
	once('build/.sources', sources, () => {
		console.log('Building (once for each change, about half a minute) …');
		quietly(['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn']);
	});
}

/** The Node 24 that npm brought for this platform, or undefined where there is none. */
function broughtNode() {
	const name = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
	const system = process.platform === 'win32' ? 'win' : process.platform;
	return [`node-${system}-${process.arch}`, `node-bin-${system}-${process.arch}`]
		.map((folder) => join(root, 'node_modules', folder, name))
		.find(existsSync);
}

/**
 * Starts `script` again on the Node that npm brought when this one is too old.
 * @param {string} script path below the project
 * @returns {boolean} true when it was started again and the caller should stop
 */
export function again(script) {
	if (Number(process.versions.node.split('.')[0]) >= 24) return false;
	const node = broughtNode();
	if (!node) {
		console.error(
			`Baraza needs Node 24, and npm has none for ${process.platform} ${process.arch}. Install Node 24 and start again.`
		);
		process.exit(1);
	}
	const child = spawn(node, [join(root, script), ...process.argv.slice(2)], { stdio: 'inherit' });
	for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
	child.on('exit', (code) => process.exit(code ?? 1));
	return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url) && process.argv[2] === 'build') {
	install();
	if (!again('prepare.js')) build();
}
