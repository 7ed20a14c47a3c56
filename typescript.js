/**
 * Lets the commands import the app's TypeScript as it stands, without a build: Node strips the
 * types, and this finds `./name` as `./name.ts` and `$lib/…` under src/lib, as Vite does, and says
 * to the compiled messages that this is no browser.
 * Import it first; what comes after by `await import('./src/lib/….ts')`.
 */
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

const lib = new URL('./src/lib/', import.meta.url);
const paraglide = new URL('./paraglide/', lib).href;

registerHooks({
	resolve(specifier, context, next) {
		const ours = specifier.startsWith('$lib/')
			? new URL(specifier.slice(5), lib)
			: /^\.\.?\//.test(specifier) && context.parentURL?.endsWith('.ts')
				? new URL(specifier, context.parentURL)
				: undefined;
		if (!ours) return next(specifier, context);
		const files = [`${ours.href}.ts`, `${ours.href}.js`];
		return next(files.find((file) => existsSync(fileURLToPath(file))) ?? ours.href, context);
	},
	load(url, context, next) {
		const loaded = next(url, context);
		if (!url.startsWith(paraglide)) return loaded;
		const source = String(loaded.source).replaceAll('import.meta.env.SSR', 'true');
		return { ...loaded, source };
	}
});
