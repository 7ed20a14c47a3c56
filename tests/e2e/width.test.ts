import { expect, test, type Page } from '@playwright/test';
import type { Visitor } from '../faults/visitor';
import { account, begin, cockpit, enter, prepare, type Prepared } from '../live/production';
import { Participant } from './participant';
import { remember } from './prepared';
import { World } from './world';

let world: World;
let here: Prepared;
let member: Visitor;
test.beforeAll(async ({ browser }) => {
	world = await new World(browser, 'scenarios').start();
	const leads = await account(world.server, 'Rosa');
	here = await prepare(
		leads,
		['Abdi Warsame,Kenya,judge,member', 'Beatrice Njeri,Somalia,judge,member'],
		{ slug: 'two-shores', title: 'Two Shores' }
	);
	const { teams } = await begin(here, 1);
	member = await enter(world.server, here.code, teams[0]?.members[0]?.name ?? '');
});
test.afterAll(() => world.stop());

/** What a page shows beyond its side edges: by how many px it scrolls, and buttons that stick out. */
async function beyond(page: Page): Promise<{ scrolls: number; cut: string[] }> {
	return page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		const buttons = [...document.querySelectorAll<HTMLElement>('header button')];
		const cut = buttons.filter((button) => button.getBoundingClientRect().right > clientWidth);
		return { scrolls: scrollWidth - clientWidth, cut: cut.map((button) => button.innerText) };
	});
}

for (const locale of ['en', 'sw', 'so'])
	for (const [width, height] of [
		[390, 844],
		[760, 1000],
		[1366, 768]
	] as const)
		test(`the room in ${locale} fits ${width} px, whatever its words`, async () => {
			const { page, context } = await world.seat({ width, height }, { locale });
			await remember(context, member, world.origin);
			await page.goto(`/room/${here.code}`);
			await expect(page.locator('html')).toHaveAttribute('lang', locale);
			await expect(page.locator('header [role=status]').first()).toBeVisible();
			expect(await beyond(page)).toEqual({ scrolls: 0, cut: [] });
		});

for (const locale of ['en', 'so'])
	test(`a facilitator’s pages in ${locale} stand in one row of 1366 px`, async () => {
		const { page, context } = await world.seat(undefined, { locale });
		await remember(context, here.leads, world.origin);
		await page.goto(`/facilitate/${here.id}/plenary`);
		await expect(page.locator('html')).toHaveAttribute('lang', locale);
		const tabs = await page.locator('header nav a').all();
		const tops = await Promise.all(tabs.map(async (tab) => (await tab.boundingBox())?.y));
		expect(tops.length).toBeGreaterThan(1);
		expect(new Set(tops).size).toBe(1);
	});

test('on a phone an open tool keeps within its edges, and leaves news in sight', async () => {
	const seat = await world.seat({ width: 390, height: 844 });
	await remember(seat.context, member, world.origin);
	const { page } = seat;
	await page.goto(`/room/${here.code}`);
	await page.getByRole('button', { name: /^1\. / }).click();
	const row = await new Participant('', seat).addTool('Consult instead of refusing');
	await row.getByLabel('Why this tool, and why in this place?').fill('We speak before we write.');
	const tool = page.locator('.open .body');
	expect(await tool.evaluate((form) => form.scrollWidth - form.clientWidth)).toBe(0);
	const { injects } = await cockpit(here);
	const [hand] = injects.filter(({ at }) => at === null);
	await here.leads.act(`/facilitate/${here.id}/run?/release`, [['inject', hand?.id ?? '']]);
	await page.getByRole('button', { name: new RegExp(`^Read.*${hand?.title}`) }).click();
	await expect(page.getByRole('tab', { name: 'New' })).toBeVisible();
});
