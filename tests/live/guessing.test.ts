import { io } from 'socket.io-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CODE_CHARACTERS } from '../../src/lib/protocol/code';
import type { Changed } from '../../src/lib/protocol/live';
import * as parser from '../../src/lib/protocol/parser';
import { qr } from '../../src/lib/server/addresses';
import type { ScreenView } from '../../src/lib/view/screen';
import type { ServerChild } from '../faults/child';
import { Visitor } from '../faults/visitor';
import { from, idOf, post } from './at-door';
import {
	account,
	cockpit,
	enter,
	prepare,
	production,
	projector,
	type Prepared
} from './production';

let server: ServerChild;
let here: Prepared;

beforeAll(async () => {
	server = await production();
	const names = ['Asha In', 'Bile Square', 'Cabdi Typed', 'Deka Found', 'Egal Waits'];
	const rows = names.map((name) => `${name},Kenya,judge,member`);
	here = await prepare(await account(server, 'Rosa'), rows);
});
afterAll(() => server[Symbol.asyncDispose]());

const random = (length: number) =>
	Array.from({ length }, () => CODE_CHARACTERS[Math.floor(Math.random() * 31)]).join('');

/** Fifty addresses guess codes, at their best speed. @returns how many were answered */
async function guess(codes: string[], way: (code: string) => Promise<string>): Promise<number> {
	let wrong = 0;
	for (let i = 0; i < codes.length; i += 50) {
		const answers = await Promise.all(codes.slice(i, i + 50).map(way));
		wrong += answers.filter((answer) => /no-workshop|[?]code=/.test(answer)).length;
	}
	return wrong;
}

/** Where somebody who types a code is led, and what stands in the way there. */
async function types(visitor: Visitor, code: string): Promise<unknown> {
	const sent = await visitor.act('/', [['code', code]]);
	if (sent.type !== 'redirect') return sent;
	const next = (await visitor.open(sent.location)) || sent.location;
	return (await visitor.data(next)).why;
}

test('D4: while fifty addresses guess, whoever has the square or the long code comes in at once', async () => {
	const screen = await projector(server, here);
	const join = async () => ((await screen.data('/screen')).view as ScreenView).join;
	expect((await join())?.code).toBe(here.code);
	const looks = { as: 'screen', version: 0 };
	const wall = io(server.origin, { parser, auth: looks, extraHeaders: { cookie: screen.cookie } });
	const pushed: unknown[] = [];
	wall.on('workshop:changed', ({ parts }: Changed) => pushed.push(parts['join']));
	await expect.poll(() => pushed).toContainEqual(expect.objectContaining({ code: here.code }));
	const inside = await enter(server, here.code, 'Asha In');
	const made = await inside.act(`/room/${here.code}?/device`);
	const link = made.type === 'success' ? (made.data.link as { address: string }).address : '';
	const found = new Visitor(server.origin);
	await found.data(`/join/${here.code}`);

	const typed = Array.from({ length: 500 }, () => random(6));
	const answered = await guess(typed, async (code) => {
		const sent = await post(server, '/', { code }, from(`203.0.113.${code.charCodeAt(0) % 50}`));
		return sent.text();
	});
	expect(answered).toBe(30);
	// a long code that is none tells a guesser no more, for a right code as for a wrong one
	const long = [...typed.map((code) => code + random(6)), here.code + random(6)];
	const told = await guess(long, async (code) => {
		const cookie = `baraza-code-${code.slice(0, 6)}=${code}`;
		const page = await fetch(`${server.origin}/join/${code.slice(0, 6)}/__data.json`, {
			headers: { cookie }
		});
		return page.text();
	});
	expect(told).toBe(0);

	// whoever types the short code waits, on a page that tries again
	const waits = new Visitor(server.origin);
	expect(await types(waits, here.code)).toBe('slow-down');
	expect(await types(waits, 'ZZZZZZ')).toBe('slow-down');
	expect(await types(waits, here.code + random(6))).toBe('slow-down');

	// the facilitator is told and given the long code, which the projector shows as well
	const { address, live } = await cockpit(here);
	const { machine } = live;
	if (machine?.what !== 'codes-guessed') throw new Error('the facilitator is not told');
	expect(machine.long).toMatch(new RegExp(`^${here.code}[A-HJKMNP-Z2-9]{6}$`));
	expect((await join())?.code).toBe(machine.long);
	await expect
		.poll(() => pushed, { timeout: 10_000 })
		.toContainEqual(expect.objectContaining({ code: machine.long }));
	wall.close();

	// the square carries it
	expect(address.qr).toBe(qr(`http://${address.now}/join/${machine.long}`));
	const scans = new Visitor(server.origin);
	expect(await scans.open(`/join/${machine.long}`)).toBe(`/join/${here.code}`);
	const takes = async (visitor: Visitor, name: string) => {
		const person = await idOf(visitor, here.code, name);
		return (await visitor.act(`/join/${here.code}`, [['person', person]])).type;
	};
	expect(await takes(scans, 'Bile Square')).toBe('redirect');
	const typist = new Visitor(server.origin);
	expect(await types(typist, machine.long.toLowerCase().replace(/...(?=.)/g, '$& '))).toBe(
		undefined
	);
	expect(await takes(typist, 'Cabdi Typed')).toBe('redirect');
	// so does whoever had found the workshop before, and a device's own link
	expect(await takes(found, 'Deka Found')).toBe('redirect');
	const phone = new Visitor(server.origin);
	expect((await phone.act(new URL(link).pathname)).type).toBe('redirect');
});
