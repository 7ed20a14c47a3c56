import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ServerChild } from '../faults/child';
import { patience } from '../faults/patience';
import type { Visitor } from '../faults/visitor';
import { connected, from, opens, post, type Client } from './at-door';
import { account, cockpit, enter, prepare, production, type Prepared } from './production';

let server: ServerChild;
let leads: Visitor;
let here: Prepared;
const open: Client[] = [];

beforeAll(async () => {
	server = await production();
	leads = await account(server, 'Rosa');
	const rows = Array.from({ length: 60 }, (_, i) => `Person ${i},Kenya,judge,member`);
	here = await prepare(leads, rows, { title: 'Sixty' });
});
afterAll(async () => {
	for (const client of open) client.close();
	await server[Symbol.asyncDispose]();
});

test('B5: sixty people behind one address are limited in nothing', async () => {
	const { people } = await cockpit(here);
	const answers = await Promise.all(
		people.map(async ({ id }) => {
			const search = await fetch(`${server.origin}/join/${here.code}/__data.json?q=person`, {
				headers: from('203.0.113.7')
			});
			const taken = await post(server, `/join/${here.code}`, { person: id }, from('203.0.113.7'));
			const sent = (await taken.json()) as { type: string };
			const cookie = taken.headers.getSetCookie()[0] ?? '';
			const { client, refused } = await connected(server, here.code, cookie);
			open.push(client);
			return [search.status, sent.type, refused];
		})
	);
	expect(answers).toEqual(people.map(() => [200, 'redirect', '']));
	await patience(
		async () => (await cockpit(here)).live.here.length === 60,
		5000,
		() => 'not everybody is here'
	);
});

test('D4: thirty wrong ones a minute are answered, whatever address they come from; then right and wrong look alike', async () => {
	const other = await prepare(leads, ['Ifrah Idle,Kenya,judge,member']);
	const { cookie } = await enter(server, other.code, 'Ifrah Idle');
	const guess = async (i: number) => {
		const code = `ZZ${String(i).padStart(4, '2').replace(/[01]/g, 'A')}`;
		const sent = await post(server, '/', { code }, from(`203.0.113.${i % 50}`));
		return (await sent.text()).includes('no-workshop');
	};
	let wrong = 0;
	for (let i = 0; i < 200; i += 20) {
		const answers = await Promise.all(Array.from({ length: 20 }, (_, j) => guess(i + j)));
		wrong += answers.filter(Boolean).length;
	}
	expect(wrong).toBe(30);

	const look = async (code: string) => {
		const since = performance.now();
		const page = await fetch(`${server.origin}/join/${code}?q=person`, { redirect: 'manual' });
		// Each page has a nonce of its own.
		const text = (await page.text()).replaceAll(/nonce="[^"]*"/g, '');
		return { took: performance.now() - since, status: page.status, text };
	};
	const pairs: { right: number; wrong: number }[] = [];
	for (let i = 0; i < 40; i++) {
		const [right, wrongOne] = [await look(here.code), await look('ZZZZZZ')];
		if (i === 0) {
			expect(right.text.replaceAll(here.code, 'ZZZZZZ')).toBe(wrongOne.text);
			expect(right.status).toBe(wrongOne.status);
			expect(right.text).not.toContain('Sixty');
			expect(right.text).not.toContain('Person');
		}
		pairs.push({ right: right.took, wrong: wrongOne.took });
	}
	const middle = (times: number[]) => times.sort((a, b) => a - b)[times.length >> 1] ?? 0;
	const [r, w] = [middle(pairs.map((p) => p.right)), middle(pairs.map((p) => p.wrong))];
	expect(Math.abs(r - w)).toBeLessThan(Math.max(5, Math.min(r, w)));
	for (const way of ['/ask?/name', '/ask?/listed', '/ABCD2345EF', ''])
		expect(
			await (await post(server, `/join/${here.code}${way}`, { person: 'x' })).text()
		).toContain('slow-down');
	// Whoever is in notices nothing.
	expect(await opens(server, other.code, cookie)).toEqual(['page', 'socket']);
});
