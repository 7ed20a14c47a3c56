import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const here = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const json = (path: string): unknown => JSON.parse(readFileSync(here(path), 'utf8'));

const { locales, baseLocale } = json('project.inlang/settings.json') as {
	locales: string[];
	baseLocale: string;
};

/**
 * The packs in which texts travel, by the first word of their key: what every page says, what one
 * needs to come in, what the room, the vote, the expert's view and the glossary need, and what only
 * facilitators and authors see.
 */
const PACKS: Record<string, RegExp> = {
	common: /^(common|language)_/,
	door: /^(home|join|lead|error)_/,
	room: /^(room|case|priorities)_/,
	vote: /^vote_/,
	debrief: /^debrief_/,
	glossary: /^glossary_/,
	desk: /^/
};

/** The server has chosen the language, and the page says which: nothing is left to find out. */
const RUNTIME = `export const baseLocale = '${baseLocale}', locales = ${JSON.stringify(locales)};
export const getLocale = () => document.documentElement.lang;`;

type Texts = Record<string, string>;

/**
 * Sends a browser the texts in its own language only: of each message Paraglide compiled for all
 * languages, the client's build keeps a number, and a pack of texts by that number comes with
 * the language that the page is in. The server's build and the development server are left alone.
 * @param packs by which texts travel together
 */
export function oneLanguage(packs = PACKS): Plugin {
	const texts = new Map<string, Texts>();
	const numbers = new Map<string, { pack: string; number: number }>();
	const keys = new Map<string, string[]>();
	return {
		name: 'one-language',
		apply: 'build',
		enforce: 'pre',
		applyToEnvironment: ({ name }) => name === 'client',
		buildStart() {
			for (const locale of locales) texts.set(locale, read(locale));
			for (const pack of Object.keys(packs)) keys.set(pack, []);
			for (const key of Object.keys(texts.get(baseLocale) ?? {})) {
				const pack = packOf(key, packs);
				const number = (keys.get(pack)?.push(key) ?? 1) - 1;
				numbers.set(key, { pack, number });
			}
		},
		resolveId: (id) => (id.startsWith('virtual:texts/') ? `\0${id}` : undefined),
		load(id) {
			const [, pack = '', locale] = /^\0virtual:texts\/(\w+)(?:\/(\w+))?$/.exec(id) ?? [];
			if (locale)
				return ofLocale(keys.get(pack) ?? [], texts.get(locale) ?? {}, texts.get(baseLocale) ?? {});
			if (pack) return chosen(pack);
			if (id.endsWith('/paraglide/runtime.js')) return { code: RUNTIME, moduleSideEffects: false };
			const key = /\/paraglide\/messages\/(\w+)\.js$/.exec(id)?.[1];
			const known = key && numbers.get(key);
			if (!known) return undefined;
			const code = `import { texts } from 'virtual:texts/${known.pack}';
export const ${key} = texts[${known.number}];`;
			// A message that a page does not use must not come with it.
			return { code, moduleSideEffects: false };
		}
	};
}

function read(locale: string): Texts {
	const { $schema: _schema, ...all } = json(`messages/${locale}.json`) as Texts;
	return all;
}

function packOf(key: string, packs: typeof PACKS): string {
	return Object.keys(packs).find((pack) => packs[pack]?.test(key)) ?? 'desk';
}

/** A module that waits for the texts in the page's language. */
function chosen(pack: string): string {
	const ways = locales.map(
		(locale) => `${locale}: () => import('virtual:texts/${pack}/${locale}')`
	);
	return `const ways = { ${ways.join(', ')} };
export const texts = (await ways[document.documentElement.lang]()).default;`;
}

/** The texts of a pack as functions; what a language lacks is said in the first one, as on the server. */
function ofLocale(keys: string[], texts: Texts, base: Texts): string {
	const functions = keys.map((key) => {
		const text = texts[key] ?? base[key] ?? key;
		const quoted = JSON.stringify(text)
			.slice(1, -1)
			.replaceAll('\\"', '"')
			.replace(/[`$]/g, '\\$&');
		return `(i) => \`${quoted.replace(/\{(\w+)\}/g, '${i.$1}')}\``;
	});
	return `export default [${functions.join(',\n')}];`;
}
