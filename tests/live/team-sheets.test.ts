import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TeamHistory } from '../../src/lib/view/team-sheets';
import type { ServerChild } from '../faults/child';
import { account, begin, cockpit, enter, prepare, production, type Prepared } from './production';

let server: ServerChild;
let here: Prepared;

beforeAll(async () => {
	server = await production();
	const names = ['Abdi One', 'Beza One', 'Cumar Two', 'Deeqa Two'];
	const rows = names.map((name, i) => `${name},${i % 2 ? 'Somalia' : 'Kenya'},judge,member`);
	here = await prepare(await account(server, 'Rosa'), rows);
});
afterAll(() => server[Symbol.asyncDispose]());

test('from the history of a sheet one comes to those of the same team’s others, and back', async () => {
	const { teams, agenda } = await begin(here, 2);
	const earlier = teams.map(({ sheet }) => sheet ?? '');
	const [first, second] = agenda.filter(({ kind }) => kind === 'exercise');
	const member = await enter(server, here.code, teams[0]?.members[0]?.name ?? '');
	const stranger = await enter(server, here.code, teams[1]?.members[0]?.name ?? '');
	const history = (sheet: string) => `/room/${here.code}/history/${sheet}`;
	const page = (sheet: string) => here.leads.data(`/facilitate/${here.id}/sheets/${sheet}`);

	const alone = { id: earlier[0], title: 'The lorry', closed: false };
	expect(await member.json(history(earlier[0]!))).toMatchObject({ sheets: [alone] });

	await here.leads.act(`/facilitate/${here.id}/run?/open`, [
		['stage', second?.id ?? ''],
		['expected', first?.id ?? '']
	]);
	const present = (await cockpit(here)).teams.map(({ sheet }) => sheet ?? '');
	expect(present[0]).not.toBe(earlier[0]);
	const sheets = [
		{ id: earlier[0], title: 'The lorry', closed: true },
		{ id: present[0], title: 'What next', closed: false }
	];
	for (const sheet of [earlier[0]!, present[0]!]) {
		expect(((await member.json(history(sheet))) as TeamHistory).sheets).toEqual(sheets);
		expect((await page(sheet)).sheets).toEqual(sheets);
		await expect(stranger.json(history(sheet))).rejects.toThrow('404');
	}
	for (const sheet of [earlier[1]!, present[1]!])
		await expect(member.json(history(sheet))).rejects.toThrow('404');

	const back = async (sheet: string) => {
		const reply = await fetch(`${server.origin}${history(sheet)}`, {
			method: 'POST',
			body: new URLSearchParams({ seq: '1' }),
			headers: { cookie: member.cookie, origin: server.origin }
		});
		return (await reply.json()) as unknown;
	};
	expect(await back(earlier[0]!)).toEqual({ why: 'closed' });
	expect(await back(present[0]!)).toEqual({ why: 'no-minute' }); // may, where anything is written
});
