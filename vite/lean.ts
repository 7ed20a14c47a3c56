import type { Plugin } from 'vite';

/** What Yjs calls of lib0/logging, without the colours that bring lib0's DOM and schema modules along. */
const PLAIN_LOGGING = `export const print = console.log, warn = console.warn;
export const ORANGE = '', BOLD = '', UNBOLD = '', RED = '';`;

/** What Socket.IO's client takes of its parser where it is given another one. */
const NO_PARSER = `export const protocol = 5;
export const PacketType = { CONNECT: 0, DISCONNECT: 1, EVENT: 2, ACK: 3, CONNECT_ERROR: 4, BINARY_EVENT: 5, BINARY_ACK: 6 };
export const Encoder = undefined, Decoder = undefined;`;

/** What Yjs and lib0/buffer ask of where they run. */
const IN_A_BROWSER = `export const isBrowser = true, isNode = false;
export const getVariable = () => null;`;

/** Modules that are put in the place of others, by where they are asked for and by which name. */
const INSTEAD: Record<string, string> = {
	'yjs lib0/logging': PLAIN_LOGGING,
	'yjs lib0/environment': IN_A_BROWSER,
	'lib0 ./environment.js': IN_A_BROWSER,
	'socket.io-client socket.io-parser': NO_PARSER,
	// It needs HTTP/3, which no server of ours speaks.
	'engine.io-client ./webtransport.js': 'export class WT {}'
};

/**
 * Leaves out of the client's build what no page of ours can reach in Yjs and Socket.IO's client:
 * 10 KiB of what a participant downloads. Where a new version of a library no longer has what is
 * looked for, the build ends.
 */
export function lean(): Plugin {
	return {
		name: 'lean',
		apply: 'build',
		enforce: 'pre',
		applyToEnvironment: ({ name }) => name === 'client',
		resolveId(id, importer) {
			const name = `${/node_modules\/([^/]+)\/(?!.*node_modules)/.exec(importer ?? '')?.[1]} ${id}`;
			return name in INSTEAD ? `\0lean:${name}` : undefined;
		},
		load: (id) => INSTEAD[id.replace('\0lean:', '')],
		transform(code, id) {
			if (!id.endsWith('/yjs/dist/yjs.mjs')) return undefined;
			return { code: withoutSecondFormat(withoutOtherTypes(withoutFormats(code))), map: null };
		}
	};
}

/**
 * Methods that nothing calls: a text here is words, without formats and what may stand among them. A
 * bundler drops a function that is not called, but never a method, nor what that calls.
 */
const UNCALLED: Record<string, string[]> = {
	YEvent: ['get changes', 'get delta'],
	YTextEvent: ['get changes'],
	YText: [
		...['clone', 'applyDelta', 'toDelta', 'insertEmbed', 'format'],
		...['setAttribute', 'getAttribute', 'getAttributes', 'removeAttribute']
	]
};

function withoutFormats(code: string): string {
	let left = code;
	for (const [type, methods] of Object.entries(UNCALLED))
		for (const method of methods) {
			const body = new RegExp(
				`(^class ${type} (?:(?!^})[^])*?)^ {2}${method} \\([^]*?^ {2}}\\n`,
				'm'
			);
			if (!body.test(left)) throw new Error(`Yjs has ${method} of ${type} in another place now.`);
			left = left.replace(body, '$1');
		}
	return left;
}

/** A sheet holds maps and texts; the server refuses any other type. */
function withoutOtherTypes(code: string): string {
	const readers = /^ {2}readY(?:Array|Xml(?:Element|Fragment|Hook|Text))(,?)$/gm;
	if (code.match(readers)?.length !== 5) throw new Error('Yjs reads its types in another way now.');
	return code
		.replace(readers, '  readYMap$1')
		.replaceAll(/\(name, Y(?:Array|XmlElement|XmlFragment)\)/g, '(name, YMap)');
}

/** Only the first format of updates travels and is kept; Yjs itself uses the second for what waits. */
function withoutSecondFormat(code: string): string {
	const end = code.lastIndexOf('\nexport {');
	const second = /(?<!class )\b(Update|DS)(De|En)coderV2\b/g;
	if (end < 0 || !second.test(code.slice(0, end)))
		throw new Error('Yjs has its second format in another place now.');
	return code.slice(0, end).replace(second, '$1$2coderV1') + code.slice(end);
}
