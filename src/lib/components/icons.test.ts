import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { DESK_ICONS } from './desk-icons';

const IMPORT = /(?:from|import\() ?'(\.\.?\/[^']+|\$lib\/[^']+)'/g;

/** Everything that a module of the client brings along. */
function reach(file: string, found = new Map<string, string>()): Map<string, string> {
	if (found.has(file)) return found;
	const text = readFileSync(file, 'utf8');
	found.set(file, text);
	for (const [, name = ''] of text.matchAll(IMPORT)) {
		const at = name.startsWith('$lib')
			? name.replace('$lib', 'src/lib')
			: join(dirname(file), name);
		const path = [at, `${at}.ts`].find((one) => /\.(?:ts|svelte)$/.test(one) && existsSync(one));
		if (path) reach(path, found);
	}
	return found;
}

test('the room draws no icon that its build leaves out', () => {
	const files = reach('src/routes/room/[code]/RoomPage.svelte');
	expect(files.size).toBeGreaterThan(80);
	files.delete('src/lib/components/desk-icons.ts');
	const draws = [...files].filter(([file]) => /^src\/(?:routes|lib\/components)\//.test(file));
	for (const [file, text] of draws)
		for (const name of Object.keys(DESK_ICONS))
			expect(new RegExp(`['"]${name}['"]`).test(text), `${file}: ${name}`).toBe(false);
});
