import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Meddled } from '../faults/meddled';
import { Visitor } from '../faults/visitor';
import { account, begin, coLink, enter, prepare, room, SCENARIOS } from './production';
import { Writer } from './writer';

test('D8, R38: no name, text, token or code stands in the log, on the console or in /healthz', async () => {
	const meddled = new Meddled({ BARAZA_SCENARIOS: SCENARIOS, BARAZA_LOG: 'trace' });
	await using server = await meddled.server.start();
	const greeting = server.said;
	const leads = await account(server, 'Quiddelia');
	const workshop = await prepare(
		leads,
		['Zorvax Plimm,Kenya,prosecutor,', 'Umbrix Tal,Somalia,judge,'],
		{
			title: 'Operation Velvet Lantern'
		}
	);
	await begin(workshop, 1);
	const person = await enter(server, workshop.code, 'Zorvax Plimm');

	// Everything that may go wrong, with words in it.
	const stranger = new Visitor(server.origin);
	await stranger.act('/', [['code', 'ZZZ9QX']]);
	await stranger.act('/facilitate/sign-in', [
		['email', 'hidden.agent@example.org'],
		['password', 'correct horse battery']
	]);
	await stranger.data(`/join/${workshop.code}?q=Umbrix`);
	const guessed = randomBytes(24).toString('base64url');
	await stranger.data(`/facilitate/first/${guessed}`).catch(() => undefined);
	await stranger.open(`/facilitate/with/${guessed}`);
	const invited = (await coLink(workshop)).split('/').at(-1) ?? '';
	await stranger.open(`/facilitate/with/${invited}`);
	await stranger.act('/facilitate/with?/make', [
		['name', 'Wexmoor'],
		['email', 'wexmoor@example.org'],
		['password', 'a short sentence']
	]);
	const { exercise } = await room(person, workshop.code);
	const writer = new Writer(server.origin, person.cookie, workshop.code, exercise?.sheet ?? '');
	await writer.join();
	await writer.send(writer.write('the witness hides in Vlimbor'));
	await writer.send(writer.write('a field named Grontag', 'nowhere', 'grontag'));
	await writer.anything('sheet:update', { sheet: 'Wexford', update: 'Blenheim' });
	await meddled.order({ pages: 0 });
	const many = Array.from({ length: 300 }, (_, i) => `Krellian ${i},Kenya,prosecutor`).join('\n');
	await leads.act(`/facilitate/${workshop.id}/people?/bring`, [
		['list', `name,delegation,role\n${many}`]
	]);
	await stranger
		.act('/facilitate/sign-in', [
			['email', 'quiddelia@example.org'],
			['password', 'a short sentence']
		])
		.catch(() => undefined);
	await meddled.order({ pages: null });
	writer.close();
	const healthz = await (await fetch(`${server.origin}/healthz`)).text();
	await server.stop('SIGTERM');

	const file = join(server.data, 'log.jsonl');
	expect(existsSync(file)).toBe(true);
	const log = readFileSync(file, 'utf8');
	for (const line of log.trim().split('\n')) expect(JSON.parse(line)).toHaveProperty('time');
	for (const event of ['started', 'stopped', 'the disk takes nothing'])
		expect(log).toContain(event);
	const cookies = [leads, person].flatMap(({ cookie }) =>
		cookie.split('; ').map((pair) => decodeURIComponent(pair.split('=')[1] ?? ''))
	);
	const words = [
		...['Quiddelia', 'quiddelia', 'Zorvax', 'Plimm', 'Umbrix', 'Krellian', 'Velvet Lantern'],
		...['hidden.agent', 'correct horse', 'a short sentence', 'ZZZ9QX', workshop.code, guessed],
		...[invited, 'Wexmoor', 'wexmoor'],
		...['Vlimbor', 'Grontag', 'grontag', 'Wexford', 'Blenheim'],
		...cookies.filter((value) => value.length > 8)
	];
	// The greeting alone shows a link, to whoever sits at the console.
	const printed = log + server.said.slice(greeting.length) + healthz;
	expect(words.filter((word) => printed.includes(word))).toEqual([]);
	expect(cookies.length).toBeGreaterThan(1);
});
