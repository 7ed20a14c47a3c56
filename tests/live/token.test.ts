import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Release } from '../../src/lib/protocol/live';
import type { ServerChild } from '../faults/child';
import { Visitor } from '../faults/visitor';
import { connected, from, idOf, linkOf, opens, post } from './at-door';
import {
	account,
	begin,
	cockpit,
	enter,
	prepare,
	production,
	room,
	type Prepared
} from './production';

/** Within so many ms a device is cut. */
const CUT = 1000;

let server: ServerChild;
let leads: Visitor;
let here: Prepared;
let there: Prepared;

beforeAll(async () => {
	server = await production();
	leads = await account(server, 'Rosa');
	const names = ['Abdi Ali', 'Beza Bako', 'Cumar Cige'];
	here = await prepare(
		leads,
		names.map((name) => `${name},Kenya,judge,member`)
	);
	there = await prepare(leads, [
		'Abdi Ali,Kenya,judge,member',
		'Hodan Hassan,Somalia,judge,member'
	]);
	await begin(there, 1);
});
afterAll(() => server[Symbol.asyncDispose]());

describe('R17, D3: a token that counts no more', () => {
	const ways: [string, Release, (who: Visitor, person: string) => Promise<unknown>][] = [
		['after "not me"', 'left', (who) => who.act(`/room/${here.code}?/leave`)],
		[
			'of a freed name',
			'freed',
			(_, person) => leads.act(`/facilitate/${here.id}/people?/free`, [['person', person]])
		],
		[
			'after a take-over',
			'replaced',
			async (_, person) => {
				await new Visitor(server.origin).act(`/join/${here.code}/ask?/name`, [['person', person]]);
				const [line] = (await cockpit(here)).door.waiting;
				await leads.act(`/facilitate/${here.id}/run?/letIn`, [['request', line?.id ?? '']]);
			}
		]
	];
	test.each(ways)('%s opens nothing, and its open connections are cut', async (_, why, end) => {
		const person = await idOf(new Visitor(server.origin), here.code, 'Abdi Ali');
		await leads.act(`/facilitate/${here.id}/people?/free`, [['person', person]]);
		const device = await enter(server, here.code, 'Abdi Ali');
		const { cookie } = device;
		expect(await opens(server, here.code, cookie)).toEqual(['page', 'socket']);
		const [one, two] = [
			await connected(server, here.code, cookie),
			await connected(server, here.code, cookie)
		];
		await end(device, person);
		const since = Date.now();
		expect(await one.released).toBe(why);
		expect(Math.max(await one.cut, await two.cut) - since).toBeLessThan(CUT);
		expect(await opens(server, here.code, cookie)).toEqual([]);
	});

	test('cut short, changed by a letter, of another workshop: nobody', async () => {
		const { cookie } = await enter(server, here.code, 'Beza Bako');
		const [name = '', token = ''] = cookie.split('=');
		const other = token.startsWith('A') ? 'B' : 'A';
		for (const wrong of ['', token.slice(0, -1), token + 'A', other + token.slice(1)])
			expect(await opens(server, here.code, `${name}=${wrong}`)).toEqual([]);
		expect(await opens(server, there.code, `baraza-${there.code}=${token}`)).toEqual([]);
		expect(await opens(server, there.code, cookie)).toEqual([]);
	});

	test("somebody else's connection cannot be taken up by its id", async () => {
		const { cookie } = await enter(server, here.code, 'Cumar Cige');
		const { client } = await connected(server, here.code, cookie);
		const polling = `${server.origin}/socket.io/?EIO=4&transport=polling&sid=${client.id}`;
		expect((await fetch(polling)).status).toBe(400);
	});

	test('of a workshop that has ended writes nothing and makes no other device', async () => {
		const device = await enter(server, there.code, 'Abdi Ali');
		const { sheet } = (await room(device, there.code)).exercise ?? {};
		const { client } = await connected(server, there.code, device.cookie);
		const write = async (words: string) => {
			const doc = new Y.Doc();
			const join = { sheet: sheet ?? '', client: doc.clientID, vector: Y.encodeStateVector(doc) };
			await client.emitWithAck('sheet:join', join);
			doc.getText('notes|text').insert(0, words);
			const update = Y.encodeStateAsUpdate(doc);
			return (await client.emitWithAck('sheet:update', { sheet: sheet ?? '', update })).what;
		};
		expect(await write('before')).toBe('kept');
		const { link } = await linkOf(device, there.code);
		await leads.act(`/facilitate/${there.id}/setup?/end`);
		expect(await write('after')).not.toBe('kept');
		const phone = new Visitor(server.origin);
		expect(await phone.act(link)).toMatchObject({ type: 'failure', data: { why: 'not-open' } });
		const other = await idOf(phone, there.code, 'Hodan Hassan').catch(() => '');
		expect(await phone.act(`/join/${there.code}`, [['person', other]])).toMatchObject({
			type: 'failure'
		});
	});
});

test('R14: whoever is in stays the same person over a killed server and another network', async () => {
	const person = (await cockpit(here)).people.find(({ name }) => name === 'Beza Bako')?.id ?? '';
	await leads.act(`/facilitate/${here.id}/people?/free`, [['person', person]]);
	const taken = await post(server, `/join/${here.code}`, { person });
	const [cookie = ''] = taken.headers.getSetCookie();
	expect(Number(/max-age=(\d+)/i.exec(cookie)?.[1])).toBeGreaterThan(14 * 24 * 3600);
	expect(cookie).toMatch(/httponly/i);
	const [token = ''] = cookie.split(';');
	await server.stop('SIGKILL');
	await server.start();
	expect(await opens(server, here.code, token)).toEqual(['page', 'socket']);
	const moved = await fetch(`${server.origin}/room/${here.code}`, {
		headers: { cookie: token, ...from('198.51.100.9') },
		redirect: 'manual'
	});
	expect(moved.status).toBe(200);
});
