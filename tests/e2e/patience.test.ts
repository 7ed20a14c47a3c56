import { expect, test, type Page } from '@playwright/test';
import { pause } from '../faults/patience';
import { plenaryStage, type PlenaryStage } from './plenary-stage';

let stage: PlenaryStage;
test.beforeAll(async ({ browser }) => {
	stage = await plenaryStage(browser);
});
test.afterAll(() => stage.world.stop());

/** Cuts off what a page asks of itself anew, though its connection stands. @returns mends it */
async function cut(page: Page): Promise<() => Promise<void>> {
	const data = /__data\.json/;
	await page.route(data, (route) => route.abort());
	return () => page.unroute(data);
}

test('R42: where a page cannot be made anew it stays, with what is typed on it, and is made once it can', async () => {
	const { desk, here, recommends } = stage;
	await desk.goto(`/facilitate/${here.id}/plenary/merge`);
	const groups = desk.getByRole('navigation', { name: 'Groups' });
	const text = desk.getByLabel('Text', { exact: true });
	await text.fill('Written by the facilitator.');
	const mend = await cut(desk);
	const missed = desk.waitForEvent('requestfailed', { timeout: 20_000 });
	await recommends(0, 'Said while nothing came through');
	await missed;
	await pause(1500);
	await expect(text).toHaveValue('Written by the facilitator.');
	await expect(groups.getByText('Said while nothing came through')).toHaveCount(0);
	await mend();
	await expect(groups.getByText('Said while nothing came through')).toBeVisible();
	await expect(text).toHaveValue('Written by the facilitator.');
});

test('R42: whoever waits at the door waits on while the server starts again', async () => {
	const { desk, here, people, world } = stage;
	const [name = ''] = people;
	const { page } = await world.seat({ width: 390, height: 844 });
	await page.goto(`/join/${here.code}?q=${encodeURIComponent(name)}`);
	await page.getByText(name).click();
	await page.getByRole('button', { name: 'Ask to use this name' }).click();
	const waits = page.getByText('The facilitator sees your name. Stay here.');
	await expect(waits).toBeVisible();
	await world.server.stop('SIGKILL');
	await pause(6000); // it has looked twice
	await expect(waits).toBeVisible();
	await world.server.start();
	await desk.goto(`/facilitate/${here.id}/run`);
	await desk.getByRole('button', { name: 'Let in' }).click();
	await expect(page.getByRole('button', { name: 'We are done' })).toBeVisible();
});
