import type { Browser, Page } from '@playwright/test';
import type { Results } from '../../src/lib/report/results';
import { addChoice } from '../../src/lib/sheet/edit';
import { textOf } from '../../src/lib/sheet/read';
import type { Visitor } from '../faults/visitor';
import { account, begin, enter, prepare, room, type Prepared } from '../live/production';
import { keepAll, openSecond, recommend } from '../live/recommend';
import { Writer } from '../live/writer';
import { remember } from './prepared';
import { World } from './world';

/** A need of two-shores, and tools that may answer it. */
export const NEED = 'call-records';
export const TOOLS = ['preservation-ke-order', 'fiu-to-fiu-request', 'mla-bank-records'];
export const WHY: Record<string, string> = {
	'preservation-ke-order':
		'The records are kept for some months only. First we see that they stay.',
	'fiu-to-fiu-request': 'It says today who paid for the phone. Not for the court.',
	'mla-bank-records': 'The court will ask for the originals with a certificate.'
};
/** What the three teams recommend: the first two are alike. */
export const SAME = [
	'Exchange a list of contact points with mobile numbers and a deputy for each office',
	'A list of contact points and deputies, with mobile numbers, to be exchanged by the offices',
	'Train judges in the use of video links for witnesses'
];
/** What another team says, alike to both of these. */
export const ALIKE =
	'The offices exchange their list of contact points, deputies and mobile numbers';
export const ALONE = ['Joint moot court', 'Budget for interpreters', 'Shared register of requests'];

interface Team {
	name: string;
	/** Somebody of it, at their browser. */
	visitor: Visitor;
}

/** A workshop of three teams whose recommendations are written, and who leads it. */
export interface PlenaryStage {
	world: World;
	here: Prepared;
	leads: Visitor;
	/** The facilitator's browser. */
	desk: Page;
	teams: Team[];
	/** The names of all: six from Kenya and Somalia by turns, then guests from Uganda. */
	people: string[];
	/** A team recommends something more. @param at which team */
	recommends(at: number, text: string): Promise<void>;
	results(): Promise<Results>;
}

/**
 * Makes it, with what each team chose and recommended.
 * @param guests names of people from Uganda
 */
export async function plenaryStage(browser: Browser, guests: string[] = []): Promise<PlenaryStage> {
	const world = await new World(browser, 'scenarios').start();
	const leads = await account(world.server, 'Rosa');
	const people = [
		'Abdi Warsame',
		'Beatrice Njeri',
		'Cumar Jimale',
		'Deeqa Shiil',
		'Esther Otieno',
		'Fadumo Ali',
		...guests
	];
	const here = await prepare(
		leads,
		people.map((name, at) => {
			const host = at % 2 ? 'Somalia' : 'Kenya';
			return `${name},${guests.includes(name) ? 'Uganda' : host},prosecutor,member`;
		}),
		{
			slug: 'two-shores',
			title: 'Two Shores, Kilindwe',
			guests: guests.length ? ['Uganda'] : []
		}
	);
	const { teams: drawn } = await begin(here, 3);
	const teams = await Promise.all(
		drawn.map(async ({ name, members }) => ({
			name,
			visitor: await enter(world.server, here.code, members[0]?.name ?? '')
		}))
	);
	const sheetOf = (team: Team) => writer(world, here.code, team);
	for (const [at, team] of teams.entries())
		await choose(await sheetOf(team), TOOLS.slice(at === 2 ? 2 : 0, at === 2 ? 3 : 2));
	await openSecond(here);
	for (const [at, team] of teams.entries())
		await recommendAll(await sheetOf(team), [SAME[at] ?? '', ALONE[at] ?? '']);
	const { context, page: desk } = await world.seat();
	await remember(context, leads, world.origin);
	const results = async () =>
		JSON.parse((await leads.file(`/facilitate/${here.id}/results.json`)).toString()) as Results;
	const recommends = async (at: number, text: string) => {
		const team = teams[at];
		if (team) await recommendAll(await sheetOf(team), [text]);
	};
	return { world, here, leads, desk, teams, people, recommends, results };
}

async function writer(world: World, code: string, { visitor }: Team): Promise<Writer> {
	const { exercise } = await room(visitor, code);
	const one = new Writer(world.server.origin, visitor.cookie, code, exercise?.sheet ?? '');
	await one.join();
	return one;
}

async function choose(one: Writer, tools: string[]): Promise<void> {
	const layout = { needs: [NEED], questions: [], tools, recommendations: false };
	for (const tool of tools) {
		const entry = addChoice(one.doc, layout, { need: NEED, tool, country: 'KE' });
		textOf(one.doc, entry, 'reason').insert(0, WHY[tool] ?? '');
	}
	await keepAll(one);
	one.close();
}

async function recommendAll(one: Writer, texts: string[]): Promise<void> {
	for (const text of texts) recommend(one, text, { owner: 'Central authorities' });
	await keepAll(one);
	one.close();
}
