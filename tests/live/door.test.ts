import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ServerChild } from '../faults/child';
import { Visitor } from '../faults/visitor';
import * as door from './at-door';
import { idOf } from './at-door';
import { account, cockpit, enter, prepare, production, room, type Prepared } from './production';

let server: ServerChild;
let leads: Visitor;
let here: Prepared;
const open: door.Client[] = [];

beforeAll(async () => {
	server = await production();
	leads = await account(server, 'Rosa');
	const names = ['Beza Bako', 'Cumar Cige', 'Deeqa Dahir', 'Ekow Ellis', 'Faiza Farah'];
	const people = names.map((name, i) => `${name},${i % 2 ? 'Kenya' : 'Somalia'},judge,member`);
	here = await prepare(leads, people);
});
afterAll(async () => {
	for (const client of open) client.close();
	await server[Symbol.asyncDispose]();
});

const opens = (cookie: string) => door.opens(server, here.code, cookie);
const linkOf = (device: Visitor) => door.linkOf(device, here.code);
async function connected(cookie: string) {
	const connection = await door.connected(server, here.code, cookie);
	open.push(connection.client);
	return connection;
}

const run = (what: string, fields: [string, string][] = []) =>
	leads.act(`/facilitate/${here.id}/run?/${what}`, fields);

/** Somebody asks for a name that is in use. */
async function asks(name: string): Promise<Visitor> {
	const visitor = new Visitor(server.origin);
	const person = await idOf(visitor, here.code, name);
	const asked = await visitor.act(`/join/${here.code}/ask?/name`, [['person', person]]);
	expect(asked).toMatchObject({ type: 'redirect', location: `/join/${here.code}/ask` });
	return visitor;
}

const waiting = async () => (await cockpit(here)).door.waiting;

describe('R15: a name that is taken', () => {
	test('waits in the queue, also over a reload; one tap lets in and lets the old device go', async () => {
		const old = await enter(server, here.code, 'Deeqa Dahir');
		const person = (await room(old, here.code)).me.id;
		const phone = await asks('Deeqa Dahir');
		expect((await phone.data(`/join/${here.code}/ask`))['asked']).toMatchObject({
			name: 'Deeqa Dahir',
			state: 'waiting'
		});
		expect(await opens(phone.cookie)).toEqual([]);
		const [line] = await waiting();
		expect(line).toMatchObject({ name: 'Deeqa Dahir', delegation: 'Somalia', unlisted: null });
		const connection = await connected(old.cookie);
		await run('letIn', [['request', line?.id ?? '']]);
		expect(await connection.released).toBe('replaced');
		expect((await room(phone, here.code)).me).toMatchObject({ id: person, devices: 1 });
		expect(await waiting()).toEqual([]);
		const { over } = await leads.data(`/facilitate/${here.id}/people`);
		expect((over as object[])[0]).toMatchObject({ name: 'Deeqa Dahir', how: 'granted' });
	});

	test('refused, it stays with its device; who asked is told, and may ask again', async () => {
		const phone = await asks('Deeqa Dahir');
		await run('refuse', [['request', (await waiting())[0]?.id ?? '']]);
		const asked = async () => (await phone.data(`/join/${here.code}/ask`))['asked'];
		expect(await asked()).toMatchObject({ state: 'declined' });
		expect(await opens(phone.cookie)).toEqual([]);
		await phone.act(`/join/${here.code}/ask?/takeBack`);
		expect((await phone.data(`/join/${here.code}`))['code']).toBe(here.code);
	});

	test('a browser that asks for one name after another stands in the queue once', async () => {
		const phone = await asks('Deeqa Dahir');
		for (const name of ['Beza Bako', 'Cumar Cige', 'Deeqa Dahir', 'Beza Bako']) {
			const person = (await cockpit(here)).people.find((one) => one.name === name)?.id ?? '';
			await phone.act(`/join/${here.code}/ask?/name`, [['person', person]]);
		}
		expect((await waiting()).map(({ name }) => name)).toEqual(['Beza Bako']);
		await phone.act(`/join/${here.code}/ask?/takeBack`);
		expect(await waiting()).toEqual([]);
	});

	test('is given at once while the doors are open, and listed; not before, and not after', async () => {
		const old = await enter(server, here.code, 'Ekow Ellis');
		const person = (await room(old, here.code)).me.id;
		const claim = async () =>
			(await new Visitor(server.origin).act(`/join/${here.code}`, [['person', person]])).type;
		expect(await claim()).toBe('failure');
		const before = Date.now();
		await run('doors', [['open', 'yes']]);
		const { openUntil } = (await cockpit(here)).door;
		expect((openUntil ?? 0) - before).toBeGreaterThanOrEqual(10 * 60_000);
		expect((openUntil ?? 0) - before).toBeLessThan(11 * 60_000);
		const connection = await connected(old.cookie);
		expect(await claim()).toBe('redirect');
		expect(await connection.released).toBe('replaced');
		expect((await cockpit(here)).door.taken[0]).toMatchObject({ name: 'Ekow Ellis', how: 'doors' });
		await run('doors', [['open', 'no']]);
		expect(await claim()).toBe('failure');
	});
});

describe('R16: another device', () => {
	test('by a link that works once; looking at it uses nothing up; both devices stay', async () => {
		const laptop = await enter(server, here.code, 'Faiza Farah');
		const { link, qr } = await linkOf(laptop);
		expect(qr).toContain('<svg');
		expect(link).toMatch(new RegExp(`^/join/${here.code}/[A-HJKMNP-Z2-9]{10}$`));
		const [phone, stranger] = [new Visitor(server.origin), new Visitor(server.origin)];
		for (let look = 0; look < 3; look++)
			expect((await phone.data(link))['name']).toBe('Faiza Farah');
		expect((await phone.act(link)).type).toBe('redirect');
		expect(await opens(phone.cookie)).toEqual(['page', 'socket']);
		expect(await opens(laptop.cookie)).toEqual(['page', 'socket']);
		expect((await room(laptop, here.code)).me.devices).toBe(2);
		expect(await stranger.act(link)).toMatchObject({ type: 'failure', data: { why: 'bad-link' } });
		// "Not me" on one of them leaves the other in.
		await phone.act(`/room/${here.code}?/leave`);
		expect(await opens(laptop.cookie)).toEqual(['page', 'socket']);
	});

	test('a newer link ends the one before', async () => {
		const laptop = await enter(server, here.code, 'Ekow Ellis').catch(async () => {
			const person = (await cockpit(here)).people.find(({ name }) => name === 'Ekow Ellis')?.id;
			await leads.act(`/facilitate/${here.id}/people?/free`, [['person', person ?? '']]);
			return enter(server, here.code, 'Ekow Ellis');
		});
		const [first, second] = [await linkOf(laptop), await linkOf(laptop)];
		expect((await new Visitor(server.origin).act(first.link)).type).toBe('failure');
		expect((await new Visitor(server.origin).act(second.link)).type).toBe('redirect');
	});
});

describe('R18: not on the list', () => {
	const typed = (name: string, delegation: string): [string, string][] => [
		['name', name],
		['delegation', delegation]
	];
	async function stranger(name: string, delegation: string) {
		const visitor = new Visitor(server.origin);
		await visitor.act(`/join/${here.code}/ask?/listed`, typed(name, delegation));
		const line = (await waiting()).find((one) => one.name === name);
		return { visitor, line, request: ['request', line?.id ?? ''] as [string, string] };
	}

	test('waits, is added to a delegation as it is spelled here, and is in', async () => {
		const { visitor, line, request } = await stranger('Halima Noor', 'Somalai');
		expect(await opens(visitor.cookie)).toEqual([]);
		expect(line?.unlisted).toEqual({ delegation: null, near: 'Somalia', alike: null });
		expect((await cockpit(here)).people.some(({ name }) => name === 'Halima Noor')).toBe(false);
		await run('letIn', [request, ['delegation', 'Somalia']]);
		const { me } = await room(visitor, here.code);
		expect(me).toMatchObject({ name: 'Halima Noor', standing: 'member', devices: 1 });
		const { people } = await leads.data(`/facilitate/${here.id}/people`);
		expect(people).toContainEqual(
			expect.objectContaining({ name: 'Halima Noor', delegation: 'Somalia', joined: true })
		);
	});

	test('a name much like one of the list is that person, if the facilitator says so', async () => {
		const { visitor, line, request } = await stranger('Cumar Ciige', 'Kenya');
		expect(line?.unlisted).toMatchObject({ delegation: 'Kenya', alike: { name: 'Cumar Cige' } });
		await run('letIn', [request, ['person', line?.unlisted?.alike?.id ?? '']]);
		expect((await room(visitor, here.code)).me.name).toBe('Cumar Cige');
	});

	test('refused, nobody was added; two of one name are not added', async () => {
		const before = (await cockpit(here)).people.length;
		const no = await stranger('Ifrah Idle', 'Uganda');
		await run('refuse', [no.request]);
		const twin = await stranger('Halima Noor', 'Somalia');
		expect(await run('letIn', [twin.request, ['delegation', 'Somalia']])).toMatchObject({
			type: 'failure',
			data: { why: 'present' }
		});
		await run('refuse', [twin.request]);
		expect((await cockpit(here)).people).toHaveLength(before);
		const empty = await new Visitor(server.origin).act(
			`/join/${here.code}/ask?/listed`,
			typed(' ', 'Kenya')
		);
		expect(empty).toMatchObject({ type: 'failure', data: { why: 'no-name' } });
	});
});
