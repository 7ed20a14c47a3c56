/**
 * Lets the commands import the app's TypeScript as it stands, without a build: Node strips the
 * types, and this finds `./name` as `./name.ts` and `$lib/…` under src/lib, as Vite does.
 * Import it first; what comes after by `await import('./src/lib/….ts')`.
 */
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

const lib = new URL('./src/lib/', import.meta.url);

registerHooks({
	resolve(specifier, context, next) {
		const ours = specifier.startsWith('$lib/')
			? new URL(specifier.slice(5), lib)
			: /^\.\.?\//.test(specifier) && context.parentURL?.endsWith('.ts')
				? new URL(specifier, context.parentURL)
				: undefined;
		if (!ours) return next(specifier, context);
		const typed = new URL(`${ours.href}.ts`);
		return next(existsSync(fileURLToPath(typed)) ? typed.href : ours.href, context);
	}
});
