import type { Plugin } from 'vite';

/** What Yjs calls of lib0/logging. */
const PLAIN = `export const print = console.log, warn = console.warn;
export const ORANGE = '', BOLD = '', UNBOLD = '', RED = '';`;

/**
 * Yjs says two warnings in colour, and the colours bring lib0's DOM and schema modules along:
 * 3 KiB of what a participant downloads. Here they come without colours.
 */
export function plainLogging(): Plugin {
	return {
		name: 'plain-logging',
		apply: 'build',
		enforce: 'pre',
		applyToEnvironment: ({ name }) => name === 'client',
		resolveId: (id) => (id === 'lib0/logging' ? '\0plain-logging' : undefined),
		load: (id) => (id === '\0plain-logging' ? PLAIN : undefined)
	};
}
