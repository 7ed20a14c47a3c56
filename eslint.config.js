import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';
export default ts.config(
	{
		ignores: [
			'node_modules',
			'build',
			'.svelte-kit',
			'data',
			'test-results',
			'src/lib/paraglide',
			'drizzle',
			'bench/node_modules'
		]
	},
	js.configs.recommended,
	...ts.configs.recommended,
	...svelte.configs.recommended,
	{
		languageOptions: {
			globals: Object.fromEntries(
				[
					'console',
					'process',
					'setTimeout',
					'clearTimeout',
					'setInterval',
					'clearInterval',
					'setImmediate',
					'performance',
					'URL',
					'URLSearchParams',
					'Buffer',
					'TextEncoder',
					'TextDecoder',
					'crypto',
					'window',
					'document',
					'navigator',
					'localStorage',
					'indexedDB',
					'HTMLElement',
					'structuredClone',
					'fetch',
					'Response',
					'Request',
					'Headers',
					'FormData',
					'AbortController'
				].map((n) => [n, 'readonly'])
			)
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig }
		}
	},
	{
		rules: {
			'@typescript-eslint/no-explicit-any': 'error',
			'no-undef': 'off',
			'svelte/no-navigation-without-resolve': 'off'
		}
	}
);
