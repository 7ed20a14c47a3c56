import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { CockpitView } from '../../src/lib/view/cockpit';
import type { RoomView } from '../../src/lib/view/room';
import type { ScreenView } from '../../src/lib/view/screen';
import { ServerChild } from '../faults/child';
import { Visitor } from '../faults/visitor';

/** The scenarios of tests. */
export const SCENARIOS = join(process.cwd(), 'tests/fixtures/scenarios');

/** The production server with the scenarios of tests. */
export function production(variables: Record<string, string> = {}): Promise<ServerChild> {
	return new ServerChild({
		BARAZA_SCENARIOS: SCENARIOS,
		LD_LIBRARY_PATH: '',
		...variables
	}).start();
}

/** Somebody with an account. */
export async function account(server: ServerChild, name: string): Promise<Visitor> {
	const visitor = new Visitor(server.origin);
	const made = await visitor.act(link(server), [
		['name', name],
		['email', `${name.toLowerCase()}@example.org`],
		['password', 'a short sentence']
	]);
	if (made.type !== 'redirect') throw new Error(`no account for ${name}`);
	return visitor;
}

/** The console prints a link for the first account only: here each has one. */
function link({ data }: ServerChild): string {
	const token = randomBytes(24).toString('base64url');
	const hash = createHash('sha256').update(token).digest('base64url');
	const file = new Database(join(data, 'baraza.sqlite'));
	file
		.prepare('insert into link (hash, kind, expires_at) values (?, ?, ?)')
		.run(hash, 'first-facilitator', Date.now() + 60_000);
	file.close();
	return `/facilitate/first/${token}`;
}

/** A workshop of the canary scenario, as its facilitator has it. */
export interface Prepared {
	id: string;
	code: string;
	leads: Visitor;
}

/**
 * Makes a workshop, brings people and opens its doors.
 * @param people rows of name, delegation, role, standing
 */
export async function prepare(
	leads: Visitor,
	people: string[],
	{ slug = 'canary', title = 'Canary', guests = [] as string[] } = {}
): Promise<Prepared> {
	const made = await leads.act('/facilitate/new', [
		['slug', slug],
		['title', title],
		['from', '2027-03-09'],
		['sealed', 'yes']
	]);
	const id = made.type === 'redirect' ? (made.location.split('/')[2] ?? '') : '';
	const list = ['name,delegation,role,standing', ...people].join('\n');
	const brought = await leads.act(`/facilitate/${id}/people?/bring`, [
		['list', list],
		...guests.map((name) => ['guest', name] as const)
	]);
	if (brought.type !== 'success' || brought.data.added !== people.length)
		throw new Error(`not everybody was taken in: ${JSON.stringify(brought)}`);
	await leads.act(`/facilitate/${id}/setup?/open`);
	const { workshop } = await leads.data(`/facilitate/${id}/setup`);
	return { id, code: (workshop as { code: string }).code, leads };
}

/** Draws teams, announces them and opens the first exercise. */
export async function begin({ id, leads }: Prepared, teams: number): Promise<CockpitView> {
	await leads.act(`/facilitate/${id}/teams?/draw`, [
		['number', String(teams)],
		['seed', '7']
	]);
	const { division } = await leads.data(`/facilitate/${id}/teams`);
	await leads.act(`/facilitate/${id}/teams?/announce`, [
		['division', (division as { id: string }).id]
	]);
	const { agenda } = await cockpit({ id, leads });
	const first = agenda.find(({ kind }) => kind === 'exercise');
	await leads.act(`/facilitate/${id}/run?/open`, [
		['stage', first?.id ?? ''],
		['expected', '']
	]);
	return cockpit({ id, leads });
}

/** The Run page as it is now. */
export async function cockpit({ id, leads }: Pick<Prepared, 'id' | 'leads'>): Promise<CockpitView> {
	return (await leads.data(`/facilitate/${id}/run`)).view as CockpitView;
}

/** Somebody takes their name on a device of their own. */
export async function enter(server: ServerChild, code: string, name: string): Promise<Visitor> {
	const visitor = new Visitor(server.origin);
	const { names } = await visitor.data(`/join/${code}?q=${encodeURIComponent(name)}`);
	const me = (names as { id: string; name: string }[]).find((one) => one.name === name);
	const taken = await visitor.act(`/join/${code}`, [['person', me?.id ?? '']]);
	if (taken.type !== 'redirect') throw new Error(`${name} was not let in`);
	return visitor;
}

/** A link that makes somebody a co-facilitator. @returns its path */
export async function coLink({ id, leads }: Pick<Prepared, 'id' | 'leads'>): Promise<string> {
	const made = await leads.act(`/facilitate/${id}/setup?/invite`);
	const { address = '' } = made.type === 'success' ? (made.data.link as { address: string }) : {};
	return new URL(address).pathname;
}

/** Somebody with an account leads a workshop too. */
export async function joinIn(here: Pick<Prepared, 'id' | 'leads'>, co: Visitor): Promise<void> {
	await co.open(await coLink(here));
	const come = await co.act('/facilitate/with?/join');
	if (come.type !== 'redirect') throw new Error('the link let nobody lead');
}

/** What a participant's page is loaded with. */
export async function room(visitor: Visitor, code: string): Promise<RoomView> {
	return (await visitor.data(`/room/${code}`)).view as RoomView;
}

/** A projector that shows a workshop. */
export async function projector(server: ServerChild, { id, leads }: Prepared): Promise<Visitor> {
	const screen = new Visitor(server.origin);
	const { pairing } = (await screen.data('/screen')).view as ScreenView;
	await leads.act(`/facilitate/${id}/run?/pair`, [['code', pairing ?? '']]);
	return screen;
}
