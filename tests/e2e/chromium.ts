import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Chromium, { inflate, setupLambdaEnvironment } from '@sparticuz/chromium';

/**
 * The browser for tests: an installed one named by BARAZA_CHROMIUM, or the one that comes as an
 * npm package (Linux x64).
 * @returns the path of its executable
 */
export async function chromium(): Promise<string> {
	const named = process.env['BARAZA_CHROMIUM'];
	if (named) return named;
	const folder = join(process.cwd(), 'node_modules/.chromium');
	mkdirSync(folder, { recursive: true });
	// The package takes any `chromium` it finds in the temporary folder, of whatever version or owner.
	const before = process.env['TMPDIR'];
	process.env['TMPDIR'] = folder;
	try {
		const path = await Chromium.executablePath();
		const libraries = join(process.cwd(), 'node_modules/@sparticuz/chromium/bin/al2023.tar.br');
		if (existsSync(libraries)) setupLambdaEnvironment(join(await inflate(libraries), 'lib'));
		useFonts(folder);
		return path;
	} finally {
		if (before === undefined) delete process.env.TMPDIR;
		else process.env['TMPDIR'] = before;
	}
}

/** Without a configuration that names fonts the browser dies at the first text field. */
function useFonts(folder: string): void {
	if (existsSync('/etc/fonts/fonts.conf')) {
		process.env['FONTCONFIG_PATH'] = '/etc/fonts';
		return;
	}
	const fonts = join(folder, 'fonts');
	const names = `<dir>${fonts}</dir><cachedir>${join(folder, 'font-cache')}</cachedir>`;
	writeFileSync(
		join(folder, 'fonts.conf'),
		`<?xml version="1.0"?><fontconfig>${names}</fontconfig>`
	);
	process.env['FONTCONFIG_PATH'] = folder;
}
