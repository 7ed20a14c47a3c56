import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { build, type Plugin, type Rolldown } from 'vite';
import config from '../svelte.config.js';
import { oneLanguage } from './one-language.ts';
import { lean } from './lean.ts';

const here = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const ROOM = 'src/routes/room/[code]';

/** What is said in the room comes at once; what its later parts say comes with them. */
const PACKS = {
	later: /^room_(another|history|lost)_/,
	room: /^(room|case|priorities|common|language|results_urgency)_/,
	desk: /^/
};

/** What is downloaded when it is asked for, beside the texts of other languages. */
const LATER = [
	/virtual:texts\/(?:\w+\/|later|desk)/,
	/\/messages\/(?!(?:room|case|priorities|common|language|results_urgency)_)/,
	/\/messages\/room_(?:another|history|lost)_/,
	/\/(?:AnotherDevice|ChoiceReport|HistoryDialog|LossLine|SheetHistory|TeamSheets|Written)\.svelte/,
	/\/(?:history|open-history|save-copy)\.ts/
];
const isLater = (id: string) => LATER.some((one) => one.test(id));

/** Kit's modules that the room uses, without Kit's client. */
const OWN = {
	'$app/forms': here('src/lib/page/forms.ts'),
	'$app/navigation': here('src/lib/page/navigation.ts'),
	'$app/state': here('src/lib/page/state.svelte.ts'),
	$lib: here('src/lib')
};

/**
 * Builds the room as a page of its own, beside Kit's client: a participant downloads neither Kit's
 * client nor what the organisers' pages use of Svelte. It lands in a folder with the version's name,
 * as `start.js`, `room.css` and what they bring along.
 */
export function roomAlone(): Plugin {
	let version = '';
	return {
		name: 'room-alone',
		apply: 'build',
		enforce: 'pre',
		applyToEnvironment: ({ name }) => name === 'client',
		configResolved({ define }) {
			version = JSON.parse(String(define?.__SVELTEKIT_APP_VERSION__));
		},
		resolveId: (id, importer) =>
			id === './RoomPage.svelte' && importer?.endsWith('+page.svelte') ? '\0elsewhere' : undefined,
		load: (id) => (id === '\0elsewhere' ? 'export default () => {};' : undefined),
		async generateBundle() {
			for (const file of await pieces())
				this.emitFile({
					type: 'asset',
					fileName: `_app/immutable/room-${version}/${file.fileName}`,
					source: file.type === 'chunk' ? file.code : file.source
				});
		}
	};
}

/** What the room needs not: its components all have runes, and its later parts bring their styles. */
const less: Plugin = {
	name: 'less',
	enforce: 'pre',
	load(id) {
		if (id === '\0vite/preload-helper.js') return 'export const __vitePreload = (load) => load();';
		if (id.endsWith('/components/desk-icons.ts')) return 'export const DESK_ICONS = {};';
		if (!id.endsWith('/svelte/src/internal/flags/index.js')) return undefined;
		return 'export const async_mode_flag = false, legacy_mode_flag = false, tracing_mode_flag = false;';
	}
};

async function pieces(): Promise<(Rolldown.OutputChunk | Rolldown.OutputAsset)[]> {
	const made = await build({
		configFile: false,
		root: here(''),
		base: './',
		publicDir: false,
		logLevel: 'error',
		plugins: [
			oneLanguage(PACKS),
			lean(),
			less,
			svelte({
				configFile: false,
				compilerOptions: config.compilerOptions,
				dynamicCompileOptions: ({ filename }) =>
					isLater(filename) ? { css: 'injected' } : undefined
			})
		],
		resolve: { alias: OWN },
		build: {
			write: false,
			modulePreload: false,
			cssCodeSplit: false,
			rolldownOptions: {
				optimization: { inlineConst: { mode: 'all', pass: 3 } },
				treeshake: { moduleSideEffects: [{ test: /\/svelte\/src\//, sideEffects: false }] },
				input: { start: here(`${ROOM}/start.ts`) },
				output: {
					codeSplitting: {
						includeDependenciesRecursively: false,
						groups: [{ name: 'room', test: (id) => !isLater(id) }]
					},
					entryFileNames: '[name].js',
					chunkFileNames: ({ facadeModuleId }) => `${nameOf(facadeModuleId) ?? '[name]'}.js`,
					assetFileNames: 'room.[ext]'
				}
			}
		}
	});
	return (made as Rolldown.RolldownOutput).output;
}

/** Texts are called by their pack and language, so that the page can ask for them at once. */
function nameOf(module: string | null): string | undefined {
	return module?.startsWith('\0virtual:texts/') ? module.split('/').slice(1).join('-') : undefined;
}
