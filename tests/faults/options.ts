import { parseArgs } from 'node:util';
import { TROUBLES, type Trouble } from './trouble';

/** What `npm run rehearse` was asked to do. */
export interface Options {
	scenario: string;
	/** File with the list of people; without one people are invented. */
	roster?: string;
	people: number;
	/** Undefined: about six people in a team. */
	teams?: number;
	seed: number;
	minutes: number;
	/** What goes wrong meanwhile. */
	faults: Trouble[];
	/** Folder for results.json, teams.json and figures.json. */
	out?: string;
	/** A workshop that is already running somewhere. */
	running?: { url: string; code: string };
}

export const HELP = `npm run rehearse -- [options]: simulated people work a whole workshop, as a dry run.

  --scenario SLUG   folder of the scenario (two-shores)
  --roster FILE     list of people as CSV; without it people are invented
  --people N        how many people to invent (30)
  --teams N         number of teams (about six people in each)
  --seed S          number of the draw: the same people, teams and seed give the same teams (1)
  --minutes M       time of writing over all exercises together; 0 forms the teams and stops (2)
  --faults LIST     what goes wrong meanwhile: flaky (each person's link is cut at least once a
                    minute), kill (the server is killed at least once), or flaky,kill
  --out DIR         folder for teams.json, results.json and figures.json
  --url URL --code CODE   join a workshop that is already running, as the people of --roster;
                    its facilitator opens the stages, and its results stay there
  --help            this text`;

const known = {
	scenario: { type: 'string' },
	roster: { type: 'string' },
	people: { type: 'string' },
	teams: { type: 'string' },
	seed: { type: 'string' },
	minutes: { type: 'string' },
	faults: { type: 'string' },
	out: { type: 'string' },
	url: { type: 'string' },
	code: { type: 'string' },
	help: { type: 'boolean' }
} as const;

/** What may be typed for each number; teams and seed as on the Teams page. */
const numbers = {
	people: { least: 2, most: 2000, whole: true },
	teams: { least: 1, most: 100, whole: true },
	seed: { least: 0, most: 2 ** 32 - 1, whole: true },
	minutes: { least: 0, most: 24 * 60, whole: false }
} as const;

type Read = { ok: true; options: Options } | { ok: false; sentence: string } | { ok: 'help' };

/**
 * Reads what was typed after `npm run rehearse --`.
 * @returns options with their defaults, or a sentence that says what to type instead
 */
export function readOptions(args: readonly string[]): Read {
	const no = (sentence: string) => ({ ok: false, sentence }) as const;
	const read = parse(args);
	if (typeof read === 'string') return no(`${read} See: npm run rehearse -- --help`);
	if (read.help) return { ok: 'help' };
	for (const [name, value] of Object.entries(read))
		if (value === '') return no(`--${name} needs a value. See: npm run rehearse -- --help`);
	const found: Partial<Record<keyof typeof numbers, number>> = {};
	for (const [name, { least, most, whole }] of Object.entries(numbers)) {
		const typed = read[name as keyof typeof numbers];
		if (typed === undefined) continue;
		const number = Number(typed);
		const fits = number >= least && number <= most && (!whole || Number.isInteger(number));
		const kind = whole ? 'a whole number' : 'a number';
		if (!fits) return no(`--${name} ${typed}: give ${kind} from ${least} to ${most}.`);
		found[name as keyof typeof numbers] = number;
	}
	const { scenario = 'two-shores', roster, out, url, code } = read;
	const { people = 30, teams, seed = 1, minutes = 2 } = found;
	if (roster !== undefined && found.people !== undefined)
		return no('--people invents people, --roster brings a list: give one of the two.');
	if ((url === undefined) !== (code === undefined))
		return no('--url and --code belong together: the address and the code of the workshop.');
	if (url !== undefined && !/^https?:\/\/[^/]+\/?$/.test(url))
		return no(`--url ${url}: give the address as people type it, e.g. http://192.168.1.20:3000`);
	if (url !== undefined && roster === undefined)
		return no('--url needs --roster: the list says as whom the simulated people join.');
	const wanted = read.faults?.split(',').map((one) => one.trim()) ?? [];
	const faults = TROUBLES.filter((one) => wanted.includes(one));
	const strange = wanted.find((one) => !TROUBLES.includes(one as Trouble));
	if (strange !== undefined)
		return no(`--faults ${strange}: choose from ${TROUBLES.join(', ')}, with a comma between.`);
	if (url !== undefined && faults.includes('kill'))
		return no('--faults kill ends the server: that is for a rehearsal of its own, without --url.');
	const running = url && code ? { url: new URL(url).origin, code } : undefined;
	return {
		ok: true,
		options: { scenario, roster, people, teams, seed, minutes, faults, out, running }
	};
}

function parse(args: readonly string[]) {
	try {
		return parseArgs({ args: [...args], options: known, strict: true }).values;
	} catch (error) {
		const [first = ''] = (error as Error).message.split('. ');
		return `${first.replace(/\.$/, '')}.`;
	}
}
