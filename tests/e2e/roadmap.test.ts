import { expect, test, type Page } from '@playwright/test';
import type { Source } from '../../src/lib/plenary/joint';
import { projector } from '../live/production';
import { ALONE, plenaryStage, SAME, type PlenaryStage } from './plenary-stage';
import { remember } from './prepared';
import { trouble } from './trouble';

let stage: PlenaryStage;
let wall: Page;

test.beforeAll(async ({ browser }) => {
	stage = await plenaryStage(browser);
	await adopt();
	const { world, here } = stage;
	const seat = await world.seat({ width: 1920, height: 1080 });
	await remember(seat.context, await projector(world.server, here), world.origin);
	wall = seat.page;
	await wall.goto('/screen');
});
test.afterAll(() => stage.world.stop());

/** The two that are the same are merged and adopted, and so is one that stands alone. */
async function adopt(): Promise<void> {
	const { here, leads } = stage;
	const plenary = `/facilitate/${here.id}/plenary`;
	const { alone } = await leads.data(`${plenary}/merge`);
	const idOf = (text = '') => (alone as Source[]).find((one) => one.text === text)?.id ?? '';
	const made = await leads.act(`${plenary}/merge?/merge`, [
		...SAME.slice(0, 2).map((text) => ['source', idOf(text)] as const),
		['name', 'Contacts'],
		['text', SAME[0] ?? ''],
		['owner', 'Central authorities'],
		['horizon', 'immediate']
	]);
	const joint = made.type === 'success' ? String(made.data.joint) : '';
	for (const item of [joint, idOf(ALONE[1])])
		await leads.act(`${plenary}/decide?/decide`, [
			['item', item],
			['decision', 'adopt']
		]);
}

test('the roadmap is written in place, put in order, looked at and shown', async () => {
	const { desk, results } = stage;

	await test.step('lines of the roadmap are written in place, and ask for what is missing', async () => {
		await desk.goto(`/facilitate/${stage.here.id}/roadmap`);
		await expect(desk.getByRole('heading', { level: 1 })).toHaveText('Roadmap, 2 recommendations');
		await expect(desk.getByText('4 fields are empty.')).toBeVisible();
		const know = desk.getByRole('textbox', { name: /^How we will know/ });
		await know.first().fill('The list is tested by a call each quarter');
		await know.first().press('Enter');
		await expect(desk.getByText('3 fields are empty.')).toBeVisible();
		await expect(know.nth(1)).toBeFocused();
		await desk.getByLabel(/^By: /).first().fill('2027-04-30');
		await desk.getByLabel(/^By: /).first().blur();
		await desk
			.getByLabel(/^Status: /)
			.first()
			.selectOption('begun');
		await expect
			.poll(async () => (await results()).roadmap[0])
			.toMatchObject({
				deadline: '2027-04-30',
				status: 'begun',
				indicator: 'The list is tested by a call each quarter',
				owner: 'Central authorities'
			});
		await expect(desk.getByText('2 fields are empty.')).toBeVisible();
		await desk.getByRole('button', { name: /teams: 2/ }).click();
		await expect(desk.getByText(SAME[0] ?? '').last()).toBeVisible();
		await expect(desk.getByText(SAME[1] ?? '').last()).toBeVisible();
		expect(await trouble(desk)).toEqual([]);
	});

	await test.step('two who write at once: the second is shown what the first wrote', async () => {
		const { context, page: other } = await stage.world.seat();
		await remember(context, stage.leads, stage.world.origin);
		await other.goto(desk.url());
		const owner = (page: Page) => page.getByRole('textbox', { name: /^Owner: / }).first();
		await owner(other).fill('Both attorneys general');
		await owner(desk).fill('The two ministries');
		await owner(other).blur();
		await expect(owner(desk)).toHaveValue('The two ministries');
		await owner(desk).blur();
		await expect(desk.getByText('Somebody wrote here meanwhile')).toBeVisible();
		await desk.getByRole('button', { name: 'Write mine instead' }).click();
		await expect
			.poll(async () => (await results()).roadmap.map((line) => line.owner))
			.toContain('The two ministries');
	});

	await test.step('it is put in another order, looked at by owner and in time, and shown to the room', async () => {
		const before = (await results()).roadmap.map(({ text }) => text);
		await desk
			.getByRole('button', { name: /^More fields/ })
			.first()
			.click();
		const heading = desk.getByRole('menu').locator('p');
		expect(await heading.evaluate((line) => line.scrollWidth - line.clientWidth)).toBe(0);
		await desk.getByRole('menuitem', { name: 'Down' }).click();
		await expect
			.poll(async () => (await results()).roadmap.map(({ text }) => text))
			.toEqual(before.toReversed());
		await desk.getByRole('link', { name: 'Timeline' }).click();
		await expect(desk.getByText('30 April 2027')).toBeVisible();
		const byOwner = desk.getByRole('link', { name: 'By owner' });
		await byOwner.press('Enter');
		await expect(desk.getByRole('heading', { name: 'The two ministries' })).toBeVisible();
		await expect(byOwner).toBeFocused();
		expect(await trouble(desk)).toEqual([]);
		await desk.getByRole('button', { name: 'Present' }).click();
		await expect(wall.getByRole('heading', { level: 1 })).toHaveText('Joint roadmap');
		await expect(wall.getByText('The two ministries')).toBeVisible();
	});
});
