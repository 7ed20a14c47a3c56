import { expect, test } from 'vitest';
import { DECISIONS, type Decision } from '../../src/lib/plenary/decision';
import type { Source } from '../../src/lib/plenary/joint';
import { STANCES, type Stance } from '../../src/lib/plenary/vote';
import { random } from '../../src/lib/teams/random';
import { ServerChild } from './child';
import type { Facilitator } from './facilitator';
import { judge } from './oracle';
import { pause, patience, persist } from './patience';
import type { Person } from './person';
import { figure, lengths } from './proof';
import { setTheStage, type Stage } from './stage';
import { finish } from './team-work';
import { judgeVotes } from './votes';

const POINTS = lengths(
	['in vote', 'vote committed', 'in merge', 'decision committed'],
	[
		...['in vote', 'in merge', 'in decision'],
		...['vote committed', 'merge committed', 'decision committed']
	]
);
const TIMES = lengths(1, 5);
/** Between two votes of one person at most, ms: without it nobody else would have a turn. */
const SILENCE = 400;

/** Presses that were answered, and those whose answer the kill took away. */
interface Presses {
	answered: number;
	unanswered: number;
}

/** The teams recommend in the second exercise, all of it comes to the vote but what stays to be merged. */
async function recommend({ lead, crew }: Stage): Promise<void> {
	const { agenda, stage } = await lead.cockpit();
	const [, next] = agenda.filter(({ kind }) => kind === 'exercise');
	await lead.openStage(next?.id ?? '', stage?.id ?? null);
	await patience(
		() => crew.people.every(({ view }) => view.stage?.id === next?.id),
		30_000,
		() => 'Not everybody heard of the second exercise.'
	);
	await crew.atDesks();
	await finish(crew, { chances: crew.chances(1) });
}

/**
 * Presses a button. Where no answer comes, the page is looked at once the server is back: it says
 * what was before, or what was pressed, and that is what they were told.
 * @param before what they were told before
 * @returns what they are told now
 */
async function press<T>(
	seen: Presses,
	before: T,
	next: T,
	act: () => Promise<unknown>,
	page: () => Promise<T>
): Promise<T> {
	const isAnswered = await act().then(
		() => true,
		(error: unknown) => {
			// what `fetch` says when nobody answers
			if (error instanceof TypeError) return false;
			throw error;
		}
	);
	seen[isAnswered ? 'answered' : 'unanswered']++;
	const told = await persist(page);
	expect(isAnswered ? [next] : [before, next]).toContainEqual(told);
	return told;
}

test(
	'A2: killed within a vote, a merge or a decision, or before its answer, the server counts what people were told, once',
	{ timeout: lengths(90_000, 900_000) },
	async () => {
		const passes = Array.from({ length: TIMES }, () => POINTS).flat();
		const variables = { BARAZA_KILL_AT: passes[0] ?? '' };
		const child = new ServerChild(variables, { imports: ['kill-points.ts'] });
		await using stage = await setTheStage({ people: 6, teams: 2, child });
		const { server, crew, lead } = stage;
		await recommend(stage);
		const { alone } = await lead.plenary();
		const pair = [alone[0], alone.at(-1)] as [Source, Source];
		const ballot = await lead.openVote();
		const items = ballot.items.filter((one) => !pair.some(({ id }) => id === one));
		const none = (): Presses => ({ answered: 0, unanswered: 0 });
		const [votes, merges, decisions] = [none(), none(), none()];
		const chance = random(20_261_129);
		const oneOf = <T>(list: readonly T[]) => list[Math.floor(chance() * list.length)] as T;
		const said = new Map<Person, Record<string, Stance | null>>();
		let over = false;

		const vote = async (person: Person) => {
			const told: Record<string, Stance | null> = {};
			said.set(person, told);
			while (!over) {
				const [item, stance] = [oneOf(items), oneOf(STANCES)];
				const cast = async () => expect(await person.vote(ballot.id, item, stance)).toBe(true);
				const page = async () => (await person.votes())[item]?.stance ?? null;
				told[item] = await press(votes, told[item] ?? null, stance, cast, page);
				await pause(SILENCE * chance());
			}
		};
		const merge = async () => {
			let told: string[] = [];
			while (!over) {
				const { joints } = await persist(() => lead.plenary());
				const [joint] = joints;
				const next = joint ? [] : pair.map(({ id }) => id).sort();
				const act = () => (joint ? lead.split(joint) : lead.merge(pair));
				told = await press(merges, told, next, act, () => mergedNow(lead));
			}
		};
		const decided: Record<string, Decision> = {};
		const decide = async () => {
			while (!over) {
				const item = oneOf(items);
				const next = oneOf(DECISIONS.filter((one) => one !== decided[item]));
				const page = async () => (await lead.decisions())[item];
				const act = () => lead.decide(item, next);
				const told = await press(decisions, decided[item], next, act, page);
				if (told) decided[item] = told;
				await pause(SILENCE * chance());
			}
		};
		const all = Promise.all([...crew.people.map(vote), merge(), decide()]);
		const kill = async () => {
			for (const [at, point] of passes.entries()) {
				await pause(chance() * 300);
				const ended = server.ended();
				server.signal('SIGUSR2');
				expect((await ended).signal, point).toBe('SIGKILL');
				variables.BARAZA_KILL_AT = passes[at + 1] ?? '';
				await server.start();
			}
			over = true;
		};
		await Promise.all([all, kill()]);

		await lead.closeVote(ballot.id);
		const counted = new Map(
			items.map((item) => [item, [...said.values()].flatMap((told) => told[item] ?? [])])
		);
		const adopted = items.filter((item) => decided[item] === 'adopt');
		const log = await lead.log();
		expect(judgeVotes(await lead.results(), log, { said: counted, adopted })).toEqual([]);
		expect(log).toContain(',unbroken,');
		expect(log).not.toContain(',broken,');
		await crew.settle();
		expect(judge(await crew.evidence(server.data))).toEqual([]);
		const cut = votes.unanswered + merges.unanswered + decisions.unanswered;
		figure(
			'A2',
			`killed ${TIMES} times each ${POINTS.join(', ')}; 6 people voting, a plenary merging and deciding`,
			`${votes.answered} votes, ${merges.answered} merges and ${decisions.answered} decisions answered, ${cut} cut off: none lost, none half, none twice; the count is what people were told`
		);
	}
);

/** Ids of what is merged now; both of a pair or none. */
async function mergedNow(lead: Facilitator): Promise<string[]> {
	const { joints } = await lead.plenary();
	return joints.flatMap(({ sources }) => sources.map(({ id }) => id)).sort();
}
