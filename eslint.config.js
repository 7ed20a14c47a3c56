import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** The pure rooms in the order of the flow: each may import those before it. */
const rooms = 'scenario people teams workshop sheet plenary report view protocol'.split(' ');

const OUTSIDE = [
	'svelte',
	'svelte/*',
	'node:*',
	'socket.io*',
	'drizzle-orm*',
	'better-sqlite3',
	'$app/*',
	'**/server/*',
	'**/live/*'
];

const roomRules = rooms.map((room, at) => ({
	files: [`src/lib/${room}/**/*.ts`],
	ignores: ['**/*.test.ts'],
	rules: {
		'no-restricted-imports': [
			'error',
			{
				patterns: [
					{
						group: OUTSIDE,
						message:
							'This room is pure: rules that know a socket, SQL or a clock cannot be tested alone.'
					},
					...(at < rooms.length - 1
						? [
								{
									group: rooms
										.slice(at + 1)
										.flatMap((later) => [`**/${later}/*`, `$lib/${later}/*`]),
									message:
										'Rooms import along the flow, from earlier to later never back: else a change at the end moves the beginning.'
								}
							]
						: []),
					...(['scenario', 'view'].includes(room)
						? []
						: [
								{
									group: ['**/scenario/reveal'],
									message: 'Only who knows who is looking may turn sealed text into text.'
								}
							])
				]
			}
		]
	}
}));

const banned = (selector, message) => ({ selector, message });

const toLocale = banned(
	'CallExpression[callee.property.name=/^toLocale/]',
	'Chromium has no Somali: dates, numbers and lists come from lib/format.'
);

export default defineConfig(
	globalIgnores([
		'node_modules',
		'build',
		'.svelte-kit',
		'data',
		'test-results',
		'src/lib/paraglide',
		'drizzle',
		'bench/node_modules'
	]),
	js.configs.recommended,
	...ts.configs.recommended,
	...svelte.configs.recommended,
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig }
		}
	},
	{
		rules: {
			'no-undef': 'off', // TypeScript knows better
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ varsIgnorePattern: '^_', argsIgnorePattern: '^_' }
			],
			'@typescript-eslint/consistent-type-imports': 'error',
			'svelte/no-navigation-without-resolve': 'off', // the app is always served at the root
			'svelte/no-at-html-tags': 'off' // only ever what scenario/render made: see docs/security.md
		}
	},
	{
		files: ['src/**/*.ts', 'src/**/*.svelte'],
		ignores: ['src/lib/format.ts', '**/*.test.ts'],
		rules: {
			'no-restricted-globals': [
				'error',
				{
					name: 'Intl',
					message: 'Chromium has no Somali: dates, numbers and lists come from lib/format.'
				},
				{ name: 'globalThis', message: 'Nothing is shared by way of the global object.' }
			],
			'no-restricted-syntax': ['error', toLocale]
		}
	},
	...roomRules,
	{
		files: ['src/**/*.ts', 'src/**/*.svelte'],
		ignores: [
			'src/lib/server/db/**',
			'src/lib/server/auth.ts',
			...rooms.map((room) => `src/lib/${room}/**`)
		],
		rules: {
			'no-restricted-imports': [
				'error',
				{
					patterns: [
						{
							group: ['drizzle-orm*'],
							message: 'All SQL stands under server/db, behind functions.'
						},
						{
							group: ['**/scenario/reveal'],
							message:
								'Only who knows who is looking may turn sealed text into text: lib/view does.'
						}
					],
					paths: [
						{
							name: 'socket.io',
							message: 'Only server/live.ts knows Socket.IO: facts travel without it.'
						},
						{ name: 'socket.io-client', message: 'Only live/connection.svelte.ts knows Socket.IO.' }
					]
				}
			]
		}
	},
	{
		files: ['src/routes/facilitate/**'],
		rules: {
			'no-restricted-syntax': [
				'error',
				toLocale,
				...['enhance', 'applyAction'].map((name) =>
					banned(
						`ImportDeclaration[source.value='$app/forms'] ImportSpecifier[imported.name='${name}']`,
						'Kit’s moves the focus to the top of the page: components/forms has one that leaves it.'
					)
				)
			]
		}
	},
	{
		files: ['src/lib/server/live.ts', 'src/lib/live/connection.svelte.ts'],
		rules: { 'no-restricted-imports': 'off' }
	}
);
