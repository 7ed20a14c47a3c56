import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ServerChild } from '../faults/child';
import { Visitor } from '../faults/visitor';
import { account, cockpit, coLink, prepare, production } from './production';

let server: ServerChild;
let amina: Visitor;
let ekow: Visitor;
/** Amina's workshop, anew for each test. */
let here: { id: string; leads: Visitor };

beforeAll(async () => {
	server = await production();
	amina = await account(server, 'Amina');
	ekow = await account(server, 'Ekow');
});
afterAll(() => server[Symbol.asyncDispose]());
beforeEach(async () => {
	here = await prepare(amina, ['Abdi One,Kenya,judge,member']);
});

const run = () => `/facilitate/${here.id}/run`;
const stranger = () => new Visitor(server.origin);
const make = (who: Visitor, email = `${Math.random()}@example.org`) =>
	who.act('/facilitate/with?/make', [
		['name', 'Zola'],
		['email', email],
		['password', 'a short sentence']
	]);
const opened = async (who: Visitor) => (await who.data('/facilitate/with')).workshop;
const REFUSED = { type: 'failure', data: { why: 'bad-link' } };

describe('a link for a co-facilitator', () => {
	test('stands in no address once it was opened, and is not used up by looking', async () => {
		const link = await coLink(here);
		const who = stranger();
		expect(await who.open(link)).toBe('/facilitate/with');
		expect(await opened(who)).toMatchObject({ title: 'Canary', owner: 'Amina' });
		expect(await opened(who)).toMatchObject({ title: 'Canary' });
		expect(await who.data('/facilitate/with')).not.toHaveProperty('token');
	});
	test('makes an account and lets in, once', async () => {
		const link = await coLink(here);
		const [first, second] = [stranger(), stranger()];
		await first.open(link);
		await second.open(link);
		expect(await make(first)).toMatchObject({ type: 'redirect', location: run() });
		expect((await cockpit({ id: here.id, leads: first })).workshop.id).toBe(here.id);
		expect(await make(second)).toMatchObject(REFUSED);
		expect(await opened(second)).toBeNull();
	});
	test('is given back by an account that could not be made', async () => {
		const who = stranger();
		await who.open(await coLink(here));
		expect(await make(who, 'ekow@example.org')).toMatchObject({ data: { why: 'has-account' } });
		expect(await make(who, 'no address')).toMatchObject({ data: { why: 'bad-email' } });
		expect(await make(who)).toMatchObject({ type: 'redirect' });
	});
	test('lets somebody with an account in, who comes back from the door', async () => {
		const who = stranger();
		await who.open(await coLink(here));
		expect(await who.act('/facilitate/with?/join')).toMatchObject({
			location: '/facilitate/sign-in'
		});
		const back = await who.act('/facilitate/sign-in?to=/facilitate/with', [
			['email', 'ekow@example.org'],
			['password', 'a short sentence']
		]);
		expect(back).toMatchObject({ location: '/facilitate/with' });
		expect(await who.act('/facilitate/with?/join')).toMatchObject({ location: run() });
		expect(await who.act('/facilitate/with?/join')).toMatchObject(REFUSED);
	});
	test('is replaced by a newer one', async () => {
		const [old, newer] = [await coLink(here), await coLink(here)];
		await ekow.open(old);
		expect(await opened(ekow)).toBeNull();
		expect(await ekow.act('/facilitate/with?/join')).toMatchObject(REFUSED);
		await ekow.open(newer);
		expect(await ekow.act('/facilitate/with?/join')).toMatchObject({ type: 'redirect' });
	});
	test('is good for a day', async () => {
		await ekow.open(await coLink(here));
		const file = new Database(join(server.data, 'baraza.sqlite'));
		const day = 24 * 60 * 60_000;
		const late = "update link set expires_at = expires_at - ? where kind = 'co-facilitator'";
		file.prepare(late).run(day - 60_000);
		expect(await opened(ekow)).toMatchObject({ title: 'Canary' });
		file.prepare(late).run(60_000);
		file.close();
		expect(await opened(ekow)).toBeNull();
		expect(await ekow.act('/facilitate/with?/join')).toMatchObject(REFUSED);
	});
	test('does nothing to whoever leads already, and stays good', async () => {
		const link = await coLink(here);
		await amina.open(link);
		expect((await amina.data('/facilitate/with')).led).toBe(run());
		await amina.act('/facilitate/with?/join');
		await ekow.open(link);
		expect(await ekow.act('/facilitate/with?/join')).toMatchObject({ type: 'redirect' });
	});
});
