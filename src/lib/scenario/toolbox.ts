import { cardFile } from './card-file';
import { countryCode, countryCodes } from './countries';
import type { Written } from './front-matter';
import { didYouMean } from './nearest';
import type { Authority, Problem, Source, Tool, Use } from './scenario';
import { pieces } from './sections';
import { slips } from './slips';

const keys = [
	...['name', 'kind', 'countries', 'use', 'asks', 'executes'],
	...['needs', 'limits', 'time', 'sources']
];
const uses: readonly string[] = ['lead', 'both', 'evidence'];
const confidences: readonly string[] = ['high', 'medium', 'unconfirmed'];

/** A card as read. `tool` is undefined when nobody may be offered it. */
export interface ReadTool {
	tool?: Tool;
	problems: Problem[];
}

type Say = (level: Problem['level'], key: string, message: string, hint: string) => void;

function list(value: Written | undefined): Written[] {
	return value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value];
}

/** `KE: Court` as country and name; a text without a country's code before a colon is all name. */
function authority(written: string, key: string, say: Say): Authority {
	const [, code, name] = /^([A-Z]{2}):\s*(.+)$/.exec(written) ?? [];
	if (code === undefined || name === undefined) return { name: written };
	if (countryCodes.includes(code)) return { country: code, name };
	say(
		'advice',
		key,
		`"${code}" is no country code.`,
		didYouMean(code, countryCodes, 'Write "KE: …".')
	);
	return { name: written };
}

function sourceOf(value: Written, say: Say): Source | undefined {
	const get = (key: string) => {
		const found = value instanceof Map ? value.get(key) : undefined;
		return typeof found === 'string' ? found : '';
	};
	const text = typeof value === 'string' ? value : get('text');
	const confidence = get('confidence');
	if (!text) {
		say(
			'advice',
			'sources',
			'A source has no text.',
			'Write { text: …, date: …, confidence: high }.'
		);
		return undefined;
	}
	if (!confidences.includes(confidence))
		say(
			'advice',
			'sources',
			`"${confidence}" is no confidence; the source counts as unconfirmed.`,
			'Write high, medium or unconfirmed.'
		);
	if (!/^\d{4}-\d{2}-\d{2}$/.test(get('date')))
		say(
			'advice',
			'sources',
			`The source "${text.slice(0, 40)}" has no date.`,
			'Write date: 2026-11-01.'
		);
	const url = get('url');
	const good = /^https?:\/\/\S+$/.test(url);
	if (url && !good)
		say('advice', 'sources', `"${url.slice(0, 60)}" is no web address.`, 'Begin with https://.');
	return {
		text,
		url: good ? url : undefined,
		date: get('date'),
		confidence: confidences.includes(confidence)
			? (confidence as Source['confidence'])
			: 'unconfirmed'
	};
}

/**
 * Reads a card of the toolbox: front matter, and what it obtains as Markdown.
 * @param id the file's name without `.md`
 * @param bytes the file
 * @param file its path, for problems
 */
export function readTool(id: string, bytes: Uint8Array, file = `toolbox/${id}.md`): ReadTool {
	const problems: Problem[] = [];
	const stop = (line: number, message: string, hint: string): ReadTool => ({
		problems: [...problems, { file, line, message, hint, level: 'sealed' }]
	});
	const front = cardFile(id, bytes, 'a card');
	if (!front.ok) return stop(front.line, front.message, front.hint);
	const { values, lines, body, bodyLine } = front.front;
	const say: Say = (level, key, message, hint) =>
		void problems.push({ file, line: lines.get(key) ?? 1, message, hint, level });
	const word = (key: string): string => {
		const value = values.get(key) ?? '';
		if (typeof value !== 'string')
			say('advice', key, `"${key}" is not a line of text.`, `Write ${key}: "…".`);
		return typeof value === 'string' ? value : '';
	};
	const wordsOf = (key: string) =>
		list(values.get(key)).flatMap((each) => {
			if (typeof each === 'string') return each ? [each] : [];
			// An unquoted "KE: Court" in a YAML list is a map of one.
			return each instanceof Map
				? [...each].map(([code, name]) => `${code}: ${typeof name === 'string' ? name : ''}`)
				: [];
		});
	for (const key of lines.keys())
		if (!keys.includes(key))
			say('advice', key, `"${key}" is no key of a card.`, didYouMean(key, keys, 'Leave it out.'));
	const name = word('name');
	if (!name) return stop(1, 'The card has no name.', 'Write name: … in the front matter.');
	const countries = wordsOf('countries').flatMap((each) => {
		const code = countryCode(each);
		if (!code)
			say(
				'advice',
				'countries',
				`"${each}" is no country code.`,
				didYouMean(each, countryCodes, 'Use two letters, such as KE.')
			);
		return code ?? [];
	});
	const use = word('use');
	if (!uses.includes(use)) {
		say(
			'sealed',
			'use',
			`"use: ${use}" is not understood.`,
			didYouMean(use, uses, 'Write lead, both or evidence.')
		);
		return { problems };
	}
	const troubles = slips(pieces(body, bodyLine));
	for (const { line, message, hint } of troubles)
		problems.push({ file, line, message, hint, level: 'sealed' });
	const sources = list(values.get('sources')).flatMap((each) => sourceOf(each, say) ?? []);
	if (sources.length === 0)
		say('advice', 'sources', 'The card has no source.', 'Say where its facts come from.');
	const tool: Tool = {
		id,
		name,
		kind: word('kind'),
		countries: [...new Set(countries)],
		use: use as Use,
		asks: wordsOf('asks').map((each) => authority(each, 'asks', say)),
		executes: wordsOf('executes').map((each) => authority(each, 'executes', say)),
		needs: word('needs'),
		limits: word('limits'),
		time: word('time'),
		sources,
		obtains: { open: body.trim() }
	};
	return { tool: troubles.length ? undefined : tool, problems };
}
