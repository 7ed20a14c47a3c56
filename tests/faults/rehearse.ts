import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Results } from '../../src/lib/report/results';
import { teamsFor } from '../../src/lib/teams/size';
import { ServerChild } from './child';
import { conduct } from './conduct';
import { Crew } from './crew';
import { Facilitator } from './facilitator';
import { readGiven, type Given } from './given';
import { judgeResults } from './in-results';
import { judgeJoint, mergeSome } from './joint';
import { HELP, readOptions, type Options } from './options';
import { judge, type Fault } from './oracle';
import { joinIn } from './running';
import { figuresOf, summary } from './summary';
import { Troublemaker } from './trouble';
import { judgeVotes, voteAndAdopt } from './votes';

/** What a rehearsal needs from outside. */
interface Surroundings {
	say: (line: string) => void;
	/** Stops it before its time. */
	stop: AbortSignal;
}

/** People in a team where nobody says how many teams. */
const TEAM = 6;
/** The report as files. */
const REPORTS = ['docx', 'xlsx', 'csv', 'md'] as const;
/** Shorter names cannot be searched for: names are shown as a list then. */
const SEARCHED = 3;

/**
 * `npm run rehearse -- …`.
 * @param args what stands after `--`
 * @returns the exit code: 0 when everything that was acknowledged is there, else 1
 */
export async function rehearse(args: readonly string[], around: Surroundings): Promise<number> {
	const read = readOptions(args);
	if (read.ok !== true) {
		around.say(read.ok === 'help' ? HELP : read.sentence);
		return read.ok === 'help' ? 0 : 1;
	}
	const { options } = read;
	const given = await readGiven(options);
	(given.ok ? given.rows : given.sentences).forEach((sentence) => around.say(sentence));
	if (!given.ok) return 1;
	const keep = keeper(options.out);
	if (typeof keep === 'string') {
		around.say(keep);
		return 1;
	}
	const code = options.running
		? await visit(options, given, keep, around)
		: await host(options, given, keep, around);
	if (options.out && !around.stop.aborted) around.say(`Kept in ${options.out}.`);
	return code;
}

type Keep = (file: string, value: unknown) => void;

/** Writes files into the folder that was named, or says why it cannot. */
function keeper(folder: string | undefined): Keep | string {
	if (folder === undefined) return () => undefined;
	try {
		mkdirSync(folder, { recursive: true });
		const keep: Keep = (file, value) =>
			writeFileSync(
				join(folder, file),
				Buffer.isBuffer(value) ? value : `${JSON.stringify(value, null, '\t')}\n`
			);
		return keep;
	} catch (error) {
		const { code = error } = error as { code?: string };
		return `--out ${folder} cannot be written (${String(code)}). Name a folder that can.`;
	}
}

/** A whole workshop on a server of its own. */
async function host(
	options: Options,
	given: Given,
	keep: Keep,
	around: Surroundings
): Promise<number> {
	const { say, stop } = around;
	await using server = new ServerChild();
	await server.start();
	const lead = new Facilitator(server.origin);
	await lead.begin(server.firstLink ?? '');
	await lead.prepare(options.scenario);
	await lead.bring(given);
	const members = given.people.filter((person) => person.standing === 'member').length;
	const teams = await lead.draw(options.teams ?? teamsFor(members, TEAM), options.seed);
	keep('teams.json', teams);
	const sizes = teams.map(({ team, members: all }) => `${team} ${all.length}`).join(', ');
	say(`People: ${given.people.length}. Teams: ${sizes}.`);
	if (options.minutes === 0) return 0;

	const code = await lead.open();
	await lead.announce();
	if (given.people.some(({ name }) => name.length < SEARCHED)) await lead.listNames();
	const { origin } = server;
	const { seed, faults: kinds } = options;
	const people = given.people.length;
	await using trouble = await Troublemaker.open(kinds, { origin, people, server, seed });
	const crew = await Crew.gather(origin, code, given.people, trouble.wayOf);
	try {
		if (sayAway(crew, say)) return 1;
		const ms = options.minutes * 60_000;
		await conduct(lead, crew, { ms, seed, over: () => stop.aborted, say, trouble });
		if (stop.aborted) return 1;
		const evidence = await crew.evidence(server.data);
		const recommended = await mergeSome(lead);
		const voted = await voteAndAdopt(lead, crew, seed);
		await lead.end();
		const results = await lead.results();
		keep('results.json', results);
		for (const kind of REPORTS) keep(`report.${kind}`, await lead.report(kind));
		const faults = [
			...judge(evidence),
			...judgeResults(results, evidence.edits, evidence.sheets),
			...judgeJoint(results, recommended),
			...judgeVotes(results, await lead.log(), voted)
		];
		return conclude({ crew, faults, trouble, results }, keep, say);
	} finally {
		crew.leave();
	}
}

/** As participants of a workshop that somebody else runs: only what people see can be judged. */
async function visit(
	options: Options,
	given: Given,
	keep: Keep,
	around: Surroundings
): Promise<number> {
	const { say, stop } = around;
	const { url = '', code = '' } = options.running ?? {};
	const { seed, faults: kinds } = options;
	const people = given.people.length;
	await using trouble = await Troublemaker.open(kinds, { origin: url, people, seed });
	const crew = await Crew.gather(url, code, given.people, trouble.wayOf);
	try {
		if (sayAway(crew, say) && !crew.people.length) return 1;
		const ms = options.minutes * 60_000;
		const end = trouble.begin(ms);
		await joinIn(crew, { ms, seed, over: () => stop.aborted, say });
		await end();
		if (stop.aborted) return 1;
		await crew.settle();
		const { sheets, overheard, edits } = await crew.evidence();
		// others write too: what a value is in the end is not for us to say
		const words = edits.map((edit) => ({
			...edit,
			touches: edit.touches.filter(({ what }) => what !== 'value')
		}));
		const faults = judge({ sheets, overheard, edits: words });
		return conclude({ crew, faults, trouble }, keep, say);
	} finally {
		crew.leave();
	}
}

/** What a rehearsal came to. */
interface Outcome {
	crew: Crew;
	faults: Fault[];
	trouble: Troublemaker;
	results?: Results;
}

function conclude(
	{ crew, faults, trouble, results }: Outcome,
	keep: Keep,
	say: (line: string) => void
): number {
	const figures = figuresOf(crew.people.length, crew.ledger.sum(), faults, trouble);
	keep('figures.json', figures);
	say(summary(figures, faults, results));
	return faults.length ? 1 : 0;
}

/** Says who could not join. @returns how many */
function sayAway({ away }: Crew, say: (line: string) => void): number {
	for (const { who, why } of away) say(`${who} could not join (${AWAY[why] ?? why}).`);
	return away.length;
}

const AWAY: Record<string, string> = {
	taken: 'the name is taken',
	'not-found': 'the name is not on the workshop’s list',
	'no-workshop': 'no workshop has this code',
	'not-open': 'its facilitator has not opened the doors',
	ended: 'the workshop has ended',
	'slow-down': 'too many wrong codes: wait a minute'
};
