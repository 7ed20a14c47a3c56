import { randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import { itemsOf } from '../../src/lib/plenary/ballot';
import type { JointWords } from '../../src/lib/plenary/joint';
import type { LineWords } from '../../src/lib/plenary/roadmap';
import type { Stance } from '../../src/lib/plenary/vote';
import {
	castVote,
	closeVote,
	decideItem,
	openVote,
	outcomeOf,
	writeLine
} from '../../src/lib/server/outcome';
import { insertPeople } from '../../src/lib/server/people';
import { mergeSources, plenaryOf } from '../../src/lib/server/plenary';
import { stateOf } from '../../src/lib/server/state';
import { announceTeams, draw } from '../../src/lib/server/teams';
import { makeWorkshop, openStageOf, setStatus } from '../../src/lib/server/workshops';
import { addRecommendation } from '../../src/lib/sheet/edit';
import { newId } from '../../src/lib/sheet/entries';
import { textOf } from '../../src/lib/sheet/read';
import type { WorkshopState } from '../../src/lib/workshop/state';
import { facilitator, take } from './workshop';
import { Writer } from './writer';

const LAYOUT = { needs: [], questions: [], tools: [], recommendations: true };

/** How a delegation votes: so many support, so many object for these reasons, the rest can accept. */
export type Ballots = Record<string, { support: number; object?: string[] }>;

/** What the plenary makes of some teams' words. */
export interface Proposal {
	joint: JointWords;
	/** In the words of as many teams, another one first each time. */
	sources: string[];
	ballots: Ballots;
	decided: 'adopt' | 'discuss' | 'leave';
	/** Fields of its line, where it is adopted. */
	line?: Partial<LineWords>;
}

export interface Plan {
	/** How many people of each delegation, hosts first; then what the list says of their gender. */
	people: Record<string, { kind: 'host' | 'guest'; count: number; genders: string[] }>;
	teams: number;
	proposals: Proposal[];
	/** The vote is closed and decided on. */
	closed: boolean;
	named?: boolean;
}

/**
 * A workshop from its list to its roadmap, without a page: its votes are cast as people cast them,
 * in a process that has the database.
 * @param url of a server in this process
 */
export async function held(url: string, plan: Plan): Promise<WorkshopState> {
	const owner = facilitator();
	const by = `facilitator:${owner}` as const;
	const kind = (wanted: string) =>
		Object.keys(plan.people).filter((name) => plan.people[name]?.kind === wanted);
	const made = await makeWorkshop(owner, {
		slug: 'two-shores',
		title: 'Two Shores',
		place: 'Kilindwe',
		from: '2027-03-09',
		to: '2027-03-11',
		hosts: kind('host'),
		guests: kind('guest'),
		exercises: ['investigation', 'priorities']
	});
	if (!made.ok) throw new Error(made.why);
	const { id } = made;
	await insertPeople(id, by, peopleOf(plan));
	await setStatus(id, by, 'open');
	const drawn = await draw(id, by, plan.teams, 7);
	if (!drawn?.ok) throw new Error('no draw');
	await announceTeams(id, by, drawn.value);
	const now = async () => (await stateOf(id)) as WorkshopState;
	const stage = (await now()).stages.find(({ exercise }) => exercise === 'priorities');
	await openStageOf(id, by, stage?.id ?? '', null);
	await write(url, await now(), plan);
	await merge(await now(), plan);
	await vote(await now(), plan);
	if (plan.closed) await decide(await now(), plan);
	return now();
}

function peopleOf({ people }: Plan) {
	return Object.entries(people).flatMap(([delegation, { count, genders }]) =>
		Array.from({ length: count }, (_, at) => ({
			name: `${delegation} Person${String.fromCharCode(97 + at)}`,
			delegation,
			role: at % 2 ? 'prosecutor' : 'investigator',
			institution: '',
			gender: genders[at % genders.length] ?? '',
			languages: '',
			standing: 'member' as const,
			extra: []
		}))
	);
}

/** Each team writes its words of each proposal. */
async function write(url: string, state: WorkshopState, { proposals }: Plan): Promise<void> {
	const teams = state.division?.teams ?? [];
	for (const [at, team] of teams.entries()) {
		const sheet = state.sheets.find((one) => one.team === team.id && one.exercise === 'priorities');
		const cookie = await take(state, team.members[0]?.person ?? '');
		const writer = new Writer(url, cookie, state.code, sheet?.id ?? '');
		await writer.join();
		for (const [n, { joint, sources }] of proposals.entries()) {
			const text = sources[(at + n) % teams.length];
			if (text === undefined) continue;
			const { horizon, owner } = joint;
			const entry = addRecommendation(writer.doc, LAYOUT, { id: newId(randomBytes), horizon });
			textOf(writer.doc, entry, 'text').insert(0, text);
			textOf(writer.doc, entry, 'owner').insert(0, owner);
		}
		expect(await writer.send(writer.taken())).toEqual({ what: 'kept' });
		writer.close();
	}
}

async function merge(state: WorkshopState, { proposals }: Plan): Promise<void> {
	for (const { joint, sources } of proposals) {
		if (sources.length < 2) continue;
		const { alone } = await plenaryOf(state);
		const which = alone.filter(({ text }) => sources.includes(text)).map(({ id }) => id);
		const by = `facilitator:${state.owner}` as const;
		const merged = await mergeSources(state.id, by, { into: joint, sources: which, joints: [] });
		expect(merged.ok).toBe(true);
	}
}

/** The item that a proposal became. */
async function itemOf(state: WorkshopState, { joint, sources }: Proposal): Promise<string> {
	const items = itemsOf(await plenaryOf(state));
	const text = sources.length > 1 ? joint.text : sources[0];
	return items.find((one) => one.text === text)?.id ?? '';
}

async function vote(
	state: WorkshopState,
	{ proposals, closed, named = false }: Plan
): Promise<void> {
	const by = `facilitator:${state.owner}` as const;
	const opened = await openVote(state, by, { dots: null, named });
	const ballot = opened.ok ? opened.value : '';
	for (const proposal of proposals) {
		const item = await itemOf(state, proposal);
		for (const [delegation, { support, object = [] }] of Object.entries(proposal.ballots)) {
			const people = state.people.filter((one) => one.delegation === delegation);
			for (const [at, { id }] of people.entries()) {
				const reason = object[at - support];
				const stance: Stance =
					at < support ? 'support' : reason === undefined ? 'accept' : 'object';
				const said = { ballot, item, stance, dots: 0, reason: reason ?? '' };
				expect((await castVote(state.id, id, said)).ok).toBe(true);
			}
		}
	}
	if (closed) await closeVote(state.id, by, ballot);
}

async function decide(state: WorkshopState, { proposals }: Plan): Promise<void> {
	const by = `facilitator:${state.owner}` as const;
	for (const proposal of proposals) {
		const item = await itemOf(state, proposal);
		expect((await decideItem(state, by, item, proposal.decided)).ok).toBe(true);
		const line = outcomeOf(state.id).lines.find((one) => one.item === item);
		if (line && proposal.line) await writeLine(state.id, by, line.id, proposal.line, {});
	}
}
