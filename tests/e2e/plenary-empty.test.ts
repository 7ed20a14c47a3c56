import { expect, test, type Page } from '@playwright/test';
import { account, begin, enter, prepare, room, type Prepared } from '../live/production';
import { keepAll, openSecond, recommend } from '../live/recommend';
import { Writer } from '../live/writer';
import { remember } from './prepared';
import { trouble } from './trouble';
import { World } from './world';

let world: World;
let here: Prepared;
let member: string;
let desk: Page;

test.beforeAll(async ({ browser }) => {
	world = await new World(browser, 'scenarios').start();
	const leads = await account(world.server, 'Rosa');
	const people = ['Abdi Warsame,Kenya,prosecutor,member', 'Deeqa Shiil,Somalia,judge,member'];
	here = await prepare(leads, people, { slug: 'two-shores', title: 'Two Shores, Kilindwe' });
	const { teams } = await begin(here, 1);
	member = teams[0]?.members[0]?.name ?? '';
	const seat = await world.seat();
	await remember(seat.context, leads, world.origin);
	desk = seat.page;
});
test.afterAll(() => world.stop());

test('Compare, Merge, Vote, Decide and the report say what comes first, and lead there', async () => {
	const base = `/facilitate/${here.id}`;
	const lead = (name: string) => desk.getByRole('main').getByRole('link', { name });
	await test.step('nothing is recommended: the step for it is opened on Run', async () => {
		for (const [page, said] of [
			['merge', 'No team has recommended anything yet.'],
			['vote', 'Nothing to vote on yet'],
			['decide', 'Nothing to decide on yet']
		] as const) {
			await desk.goto(`${base}/plenary/${page}`);
			await expect(desk.getByText(said)).toBeVisible();
			await expect(lead('Go to Run')).toHaveAttribute('href', `${base}/run`);
			expect(await trouble(desk)).toEqual([]);
		}
	});
	await test.step('nothing is chosen and nothing adopted: Compare and the report lead on, too', async () => {
		await desk.goto(`${base}/plenary`);
		await expect(desk.getByText('No team has chosen a tool yet.')).toBeVisible();
		await expect(lead('Go to Run')).toHaveAttribute('href', `${base}/run`);
		await desk.goto(`${base}/report`);
		await expect(desk.getByText('Nothing is adopted yet.')).toBeVisible();
		await lead('Go to Decide').click();
		await desk.waitForURL(`**${base}/plenary/decide`);
	});
	await openSecond(here);
	const visitor = await enter(world.server, here.code, member);
	const { exercise } = await room(visitor, here.code);
	const writer = new Writer(world.server.origin, visitor.cookie, here.code, exercise?.sheet ?? '');
	await writer.join();
	for (const text of ['Name contacts', 'Train judges']) recommend(writer, text);
	await keepAll(writer);
	writer.close();
	await test.step('nothing is voted on: Decide leads to the vote', async () => {
		await desk.goto(`${base}/plenary/decide`);
		await lead('Go to the vote').click();
		await desk.waitForURL(`**${base}/plenary/vote`);
	});
	await test.step('nothing is merged: the vote leads to Merge', async () => {
		expect(await trouble(desk)).toEqual([]);
		await lead('Go to Merge').click();
		await desk.waitForURL(`**${base}/plenary/merge`);
	});
});
