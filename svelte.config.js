import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import adapter from '@sveltejs/adapter-node';

const components = globSync('src/**/*.svelte').map(plain).sort();

/** @param {string} path of any system */
function plain(path) {
	return path.replaceAll('\\', '/');
}

/** @param {string} path of a component: its place among all of them, which is short and its own */
function numberOf(path) {
	const at = components.findIndex((one) => plain(path).endsWith(one));
	return at < 0 ? undefined : `c${at.toString(36)}`;
}

/** The one script that stands in every page, which also those without Kit's client let run. */
const early = readFileSync(new URL('src/lib/page/early.js', import.meta.url));
const hash = createHash('sha256').update(early).digest('base64');

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: {
		runes: true,
		// Every element of a component carries this, and so does every rule.
		cssHash: ({ hash, filename = '' }) => numberOf(filename) ?? `svelte-${hash(filename)}`
	},
	kit: {
		adapter: adapter({ precompress: true }),
		experimental: { instrumentation: { server: true } },
		csp: {
			mode: 'nonce',
			directives: {
				'default-src': ['none'],
				'script-src': ['self', `sha256-${hash}`],
				'style-src': ['self', 'unsafe-inline'],
				'img-src': ['self', 'data:'],
				'font-src': ['self'],
				'connect-src': ['self'],
				'manifest-src': ['self'],
				'base-uri': ['none'],
				'form-action': ['self'],
				'frame-ancestors': ['none'],
				'object-src': ['none']
			}
		}
	}
};
