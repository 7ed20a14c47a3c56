import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { oneLanguage } from './vite/one-language.ts';
import { lean } from './vite/lean.ts';
import { roomAlone } from './vite/room-alone.ts';

/** Attaches the live path to the development server, in the same module graph as the pages. */
const live: Plugin = {
	name: 'live',
	async configureServer(vite) {
		if (!vite.httpServer) return; // Vitest runs Vite without one
		const { attach } = await vite.ssrLoadModule('/src/lib/server/live.ts');
		attach(vite.httpServer);
	},
	hotUpdate({ file, server }) {
		// Otherwise pages get fresh modules while sockets keep the old ones, and the two disagree.
		if (this.environment.name === 'ssr' && /\/src\/lib\/.*(?<!\.svelte)\.ts$/.test(file)) {
			void server.restart();
			return [];
		}
	}
};

export default defineConfig({
	plugins: [
		paraglideVitePlugin({
			project: './project.inlang',
			outdir: './src/lib/paraglide',
			strategy: ['cookie', 'preferredLanguage', 'baseLocale'],
			isServer: 'import.meta.env.SSR'
		}),
		oneLanguage(),
		lean(),
		roomAlone(),
		sveltekit(),
		live
	],
	// Drizzle's many small modules take two seconds of every start when they are loaded one by one.
	ssr: {
		external: ['better-auth'],
		noExternal: ['drizzle-orm'],
		optimizeDeps: { noDiscovery: true }
	},
	// Left to itself the development server loads Svelte twice, and pages fail.
	environments: {
		ssr: {
			optimizeDeps: {
				noDiscovery: true,
				include: [],
				exclude: ['svelte', 'svelte/internal/server', 'svelte/server']
			}
		}
	},
	test: {
		// most of what the live tests do is wait: on two cores vitest itself would run one file at a time
		maxWorkers: process.env.BARAZA_PROVE ? 1 : 2,
		projects: [
			{ extends: true, test: { name: 'unit', include: ['src/**/*.test.ts'] } },
			{
				extends: true,
				test: {
					name: 'live',
					setupFiles: ['tests/live/setup.ts'],
					include: ['tests/{live,faults}/**/*.test.ts'],
					// minutes of them say little more: npm run prove
					exclude: process.env.BARAZA_PROVE
						? []
						: ['tests/faults/{kill-points,soak,storm}.test.ts'],
					testTimeout: 60_000,
					hookTimeout: 60_000
				}
			}
		]
	}
});
