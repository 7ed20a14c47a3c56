import { didYouMean, nearest } from './nearest';
import { pieces, type Piece } from './sections';

/** Every setting of the format, whatever it is for. */
const keys = [
	...['to', 'after', 'by', 'at', 'answer', 'short', 'optional', 'alone first', 'recommendations'],
	...['held in', 'held by', 'needed within', 'use'],
	...['group', 'from', 'channel', 'scenario time', 'reopens', 'when', 'source', 'as of']
] as const;

export type Key = (typeof keys)[number];

/** Read, and of no effect yet. */
export const idle: readonly Key[] = [
	'group',
	'from',
	'channel',
	'scenario time',
	'reopens',
	'when'
];

export interface Setting {
	key: Key;
	value: string;
	line: number;
}

/** A setting that was not understood. */
export interface Fault {
	line: number;
	message: string;
	hint: string;
	/** It may have said for whom the block is, or when: then nothing of the block is shown. */
	audience: boolean;
}

export interface Settings {
	given: Map<Key, Setting>;
	faults: Fault[];
	/** What stands under the settings. */
	rest: Piece[];
}

const written = 'Settings are one list directly under the heading, one a line: "- to: all".';
/** A line that begins like a setting: a bullet or dash of any kind, a word or three, a colon. */
const dashed = /^\s*(?:[-*+•·‐-―−]|\d+[.)])+\s*[*_`]*(\p{L}[\p{L} ]{0,20}?)[*_`]*\s*[:：=]/u;
const plain = /^\s*[*_`]*(\p{L}[\p{L} ]{0,20}?)[*_`]*\s*[:：=]/u;
/** Keys that no sentence in a list begins with: meant as a setting wherever they stand. */
const unmistakable: readonly string[] = keys.slice(0, 13).filter((key) => key !== 'short');

function isKey(word: string): word is Key {
	return (keys as readonly string[]).includes(word);
}

function doubtful(key: string | undefined): boolean {
	return key === undefined || ['to', 'after', 'by'].includes(key);
}

/**
 * Lines of a text that look as if they were meant as settings.
 * @param bare no settings stand above the text
 */
function nearMisses(own: readonly Piece[], bare: boolean): Fault[] {
	const found: Fault[] = [];
	let first = true;
	for (const { token, raw, line } of own) {
		if (token.type === 'space') continue;
		for (const [i, text] of raw.split('\n').entries()) {
			const dash = dashed.exec(text)?.[1]?.trim();
			const word = dash ?? plain.exec(text)?.[1]?.trim();
			if (word === undefined) continue;
			// A letter may begin "From: …" under settings that were read; "To: …" without any may not.
			const key = isKey(word) || (bare && doubtful(word.toLowerCase()));
			const meant = first
				? key || (dash !== undefined && token.type !== 'list')
				: dash !== undefined && unmistakable.includes(word);
			if (!meant) continue;
			const message = `"${text.trim().slice(0, 40)}" looks like a setting and is none.`;
			found.push({ line: line + i, message, hint: written, audience: true });
		}
		first = false;
	}
	return found;
}

function parse(raw: string, line: number, allowed: readonly Key[], word: string): Setting | Fault {
	const text = raw.trim().replace(/^[-*+]\s+/, '');
	const shown = text.split('\n')[0]?.slice(0, 40) ?? '';
	const [, key = text, value = ''] = /^([^:]*?)\s*:\s*([^]*)$/.exec(text) ?? [];
	const meant = nearest(key, allowed) ?? nearest(key, keys);
	const fault = (message: string, hint: string): Fault => ({
		line,
		message,
		hint,
		audience: doubtful(isKey(key) ? key : meant)
	});
	if (text.includes('\n'))
		return {
			...fault(
				`Text is glued to the setting "${shown}".`,
				'Leave an empty line under the settings.'
			),
			audience: true
		};
	if (!isKey(key))
		return fault(
			`"${shown}" is no setting.`,
			didYouMean(key, allowed, 'An ordinary list follows a sentence.')
		);
	if (!allowed.includes(key))
		return fault(
			`"${key}" is no setting of ${word}.`,
			allowed.length ? `Here stand ${allowed.join(', ')}.` : 'Begin with a sentence.'
		);
	if (!value && key !== 'optional') return fault(`"${key}" has no value.`, `Write "- ${key}: …".`);
	return { key, value, line };
}

/**
 * Reads the list directly under a heading. Nothing that looks like a setting is passed over in
 * silence: what was not understood might have kept the text from somebody.
 * @param allowed keys that this kind of heading takes
 * @param word the heading's word, for messages
 */
export function settings(own: readonly Piece[], allowed: readonly Key[], word: string): Settings {
	const given = new Map<Key, Setting>();
	const at = own.findIndex(({ token }) => token.type !== 'space');
	const head = own[at];
	if (!head || head.token.type !== 'list' || head.token.ordered || head.token.items[0]?.task)
		return { given, faults: nearMisses(own, true), rest: [...own] };
	const faults: Fault[] = [];
	let { line } = head;
	let length = 0;
	for (const item of head.token.items) {
		if (item.task || /^\s*[-*+]\s+\[[ xX]?\]/.test(item.raw)) break;
		const setting = parse(item.raw, line, allowed, word);
		if ('message' in setting) faults.push(setting);
		else if (given.has(setting.key))
			faults.push({
				line,
				message: `"${setting.key}" is given twice.`,
				hint: 'Keep one.',
				audience: doubtful(setting.key)
			});
		else given.set(setting.key, setting);
		length += item.raw.length;
		line += item.raw.split('\n').length - 1;
	}
	const left = head.raw.slice(length) + textFrom(own, at + 1);
	const rest = pieces(left, line);
	// A second list right under the first, or a paragraph that begins with a dash.
	return { given, faults: [...faults, ...nearMisses(rest, false)], rest };
}

function textFrom(own: readonly Piece[], at: number): string {
	return own
		.slice(at)
		.map(({ raw }) => raw)
		.join('');
}
