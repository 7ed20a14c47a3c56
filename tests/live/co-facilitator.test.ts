import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ClientEvents, PresentLead, ServerEvents } from '../../src/lib/protocol/live';
import * as parser from '../../src/lib/protocol/parser';
import type { CockpitView } from '../../src/lib/view/cockpit';
import type { ServerChild } from '../faults/child';
import type { Visitor } from '../faults/visitor';
import { account, begin, cockpit, joinIn, prepare, production } from './production';

type Client = Socket<ServerEvents, ClientEvents>;

let server: ServerChild;
let amina: Visitor;
let ekow: Visitor;
/** Amina's workshop, anew for each test. */
let here: { id: string; code: string; leads: Visitor };
let view: CockpitView;

beforeAll(async () => {
	server = await production();
	amina = await account(server, 'Amina');
	ekow = await account(server, 'Ekow');
});
afterAll(() => server[Symbol.asyncDispose]());
beforeEach(async () => {
	here = await prepare(amina, ['Abdi One,Kenya,judge,member', 'Beza Two,Somalia,judge,member']);
	view = await begin(here, 1);
});

const path = (rest: string) => `/facilitate/${here.id}/${rest}`;
const idOf = async (who: Visitor) =>
	((await who.data(path('setup'))).facilitator as { id: string }).id;
const HELD = { type: 'failure', data: { why: 'no-controls', holder: 'Amina' } };

/** A page of a facilitator's, as it is connected. */
async function connected(who: Visitor): Promise<{ client: Client; refused: string }> {
	const client: Client = io(server.origin, {
		parser,
		auth: { as: 'facilitator', workshop: here.id, version: 0 },
		transports: ['websocket'],
		reconnection: false,
		forceNew: true,
		extraHeaders: { cookie: who.cookie }
	});
	const refused = await new Promise<string>((done) => {
		client.once('connect', () => done(''));
		client.once('connect_error', ({ message }) => done(message));
	});
	return { client, refused };
}

describe('the controls', () => {
	const press = (who: Visitor) =>
		who.act(path('run?/lengthen'), [
			['stage', view.stage?.id ?? ''],
			['minutes', '2']
		]);

	test('are nothing that is spoken of while one leads alone', async () => {
		expect(view.controls).toBeNull();
		expect(view.acted).toBeNull();
		expect(await press(amina)).toMatchObject({ type: 'success' });
	});
	test('whoever does not hold them is told by name, and moves nothing', async () => {
		await joinIn(here, ekow);
		const stage = view.stage?.id ?? '';
		const next = view.next?.id ?? '';
		const acts: [string, [string, string][]][] = [
			[
				'run?/open',
				[
					['stage', next],
					['expected', stage]
				]
			],
			[
				'run?/clock',
				[
					['stage', stage],
					['run', 'yes']
				]
			],
			[
				'run?/lengthen',
				[
					['stage', stage],
					['minutes', '2']
				]
			],
			[
				'run?/gap',
				[
					['stage', stage],
					['count', 'yes']
				]
			],
			['run?/release', [['inject', 'hand']]],
			['run?/show', [['projector', 'black']]],
			['run?/letGo', []],
			['teams?/announce', [['division', 'any']]],
			['plenary/merge?/show', []]
		];
		for (const [act, fields] of acts) expect(await ekow.act(path(act), fields)).toMatchObject(HELD);
		const after = await cockpit(here);
		expect(after.stage).toEqual(view.stage);
		expect(after.injects).toEqual(view.injects);
		expect(after.workshop).toEqual(view.workshop);
		expect(after.controls).toEqual({ holder: 'Amina', mine: true });
	});
	test('are taken by one press; the other is told at once, and takes them back', async () => {
		await joinIn(here, ekow);
		const { client } = await connected(amina);
		const told = new Promise<Partial<CockpitView>>((done) =>
			client.on('workshop:changed', ({ parts }) => {
				const now = parts as Partial<CockpitView>;
				if (now.controls?.holder === 'Ekow') done(now);
			})
		);
		expect(await ekow.act(path('run?/take'))).toMatchObject({ type: 'success' });
		const parts = await told;
		expect(parts.controls).toEqual({ holder: 'Ekow', mine: false });
		expect(parts.acted).toMatchObject({ by: 'Ekow', what: 'controls-taken' });
		client.close();
		expect(await press(ekow)).toMatchObject({ type: 'success' });
		expect(await press(amina)).toMatchObject({ data: { why: 'no-controls', holder: 'Ekow' } });
		expect((await cockpit(here)).acted).toMatchObject({ by: 'Ekow', what: 'clock-lengthened' });
		await amina.act(path('run?/take'));
		expect(await press(amina)).toMatchObject({ type: 'success' });
		expect(await press(ekow)).toMatchObject(HELD);
	});
	test('go back to the owner with whoever had them', async () => {
		await joinIn(here, ekow);
		await ekow.act(path('run?/take'));
		await amina.act(path('setup?/dismiss'), [['who', await idOf(ekow)]]);
		expect(await press(amina)).toMatchObject({ type: 'success' });
	});
	test('are not needed for the door, the people and the words', async () => {
		await joinIn(here, ekow);
		expect(await ekow.act(path('run?/doors'), [['open', 'yes']])).toMatchObject({
			type: 'success'
		});
		const person = [
			['name', 'Cumar Three'],
			['delegation', 'Kenya']
		] as const;
		expect(await ekow.act(path('people?/add'), person)).toMatchObject({ type: 'success' });
	});
});

test('whoever was removed is out at once, on open pages too', async () => {
	await joinIn(here, ekow);
	const { client } = await connected(ekow);
	const cut = new Promise((done) => client.once('disconnect', done));
	await amina.act(path('setup?/dismiss'), [['who', await idOf(ekow)]]);
	await cut;
	expect((await connected(ekow)).refused).toBe('not-yours');
	await expect(ekow.data(path('run'))).rejects.toThrow('404');
	await expect(ekow.act(path('run?/take'))).rejects.toThrow('404');
	await expect(ekow.file(path('log.csv'))).rejects.toThrow('404');
});

test('what is only the owner’s stays so', async () => {
	await joinIn(here, ekow);
	for (const act of ['setup?/end', 'setup?/invite', 'setup?/dismiss'])
		await expect(ekow.act(path(act))).rejects.toThrow('404');
	await expect(ekow.file(path('workshop.baraza'))).rejects.toThrow('404');
	expect((await cockpit(here)).workshop.status).toBe('open');
});

test('who merges is seen by the others who merge, until they leave; nothing else is told', async () => {
	await joinIn(here, ekow);
	const [one, two] = [(await connected(amina)).client, (await connected(ekow)).client];
	const seen = (client: Client, is: (all: PresentLead[]) => boolean) =>
		new Promise<PresentLead[]>((done) =>
			client.on('plenary:present', (all) => is(all) && done(all))
		);
	const both = seen(one, (all) => all.length === 2 && all.some(({ group }) => group === 'j:x'));
	one.emit('plenary:at', { group: null });
	// what no page would send is passed over
	for (const odd of [null, 'j:x', { group: 7 }, { group: 'x'.repeat(3000) }])
		two.emit('plenary:at', odd as never);
	two.emit('plenary:at', { group: 'j:x' });
	const all = await both;
	expect(all).toContainEqual({ facilitator: await idOf(amina), group: null });
	expect(all).toContainEqual({ facilitator: await idOf(ekow), group: 'j:x' });
	const alone = seen(one, (now) => now.length === 1);
	two.close();
	expect(await alone).toEqual([{ facilitator: await idOf(amina), group: null }]);
	one.close();
});

test('the log names who did what', async () => {
	await joinIn(here, ekow);
	await ekow.act(path('run?/take'));
	await ekow.act(path('run?/release'), [['inject', 'hand']]);
	const log = String(await amina.file(path('log.csv')));
	const line = (what: string) => log.split('\n').find((one) => one.includes(`,${what},`)) ?? '';
	expect(line('teams-announced')).toContain(',Amina,');
	for (const what of ['co-facilitator-came', 'controls-taken', 'inject-released'])
		expect(line(what)).toContain(',Ekow,');
	const list = (await ekow.data('/facilitate')).workshops as { id: string; owner: string }[];
	expect(list.find(({ id }) => id === here.id)?.owner).toBe('Amina');
});
