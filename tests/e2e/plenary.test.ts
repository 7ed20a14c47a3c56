import { expect, test, type Page } from '@playwright/test';
import { projector, type Prepared } from '../live/production';
import { ALONE, NEED, plenaryStage, SAME, TOOLS, WHY, type PlenaryStage } from './plenary-stage';
import { remember } from './prepared';
import { trouble } from './trouble';
import type { World } from './world';

let world: World;
let desk: Page;
let here: Prepared;
let results: PlenaryStage['results'];

test.beforeAll(async ({ browser }) => {
	({ world, desk, here, results } = await plenaryStage(browser));
});
test.afterAll(() => world.stop());

test('what the teams said stands side by side, first where they differ', async () => {
	await desk.goto(`/facilitate/${here.id}/plenary`);
	const first = desk.getByRole('article').first();
	await expect(first.getByRole('heading', { level: 2 })).toHaveText(
		'Call records of the second phone'
	);
	await expect(first.getByText('little in common')).toBeVisible();
	await expect(first.getByText('Chosen by 2 of 3 teams').first()).toBeVisible();
	await expect(first.getByText(WHY[TOOLS[0] ?? ''] ?? '')).toHaveCount(2);
	const { agreement } = await results();
	expect(agreement.find(({ need }) => need === NEED)?.all).toBeCloseTo(1 / 3, 2);
	expect(await trouble(desk)).toEqual([]);
});

test('the whole room sees what the teams recommend together', async () => {
	const wall = await world.seat({ width: 1920, height: 1080 });
	await remember(wall.context, await projector(world.server, here), world.origin);
	await wall.page.goto('/screen');
	await desk.goto(`/facilitate/${here.id}/plenary/merge`);
	await desk.getByRole('button', { name: 'Show on the projector' }).click();
	await expect(desk.getByText('On the projector now')).toBeVisible();
	await expect(wall.page.getByRole('heading', { level: 1 })).toHaveText(
		'What the teams recommend together'
	);
	await expect(wall.page.getByText('Recommendations: 6, now 6.')).toBeVisible();
	await expect(wall.page.getByText('and 2 more')).toBeVisible();
	await desk.getByRole('button', { name: 'Merge these 2' }).click();
	await expect(wall.page.getByText('Recommendations: 6, now 5.')).toBeVisible();
	await expect(wall.page.getByText('Teams: 2')).toBeVisible();
	expect(await trouble(wall.page)).toEqual([]);
	await desk.getByRole('button', { name: 'Undo' }).click();
	await expect(desk.getByRole('button', { name: 'Undo' })).toBeHidden();
});

test('suggested ones are merged, written and taken apart again; every word stays', async () => {
	await desk.goto(`/facilitate/${here.id}/plenary/merge`);
	const middle = desk.locator('section.middle');
	await test.step('a suggestion says why, and nothing is merged by itself', async () => {
		await expect(middle.getByRole('heading')).toHaveText('Are these the same recommendation?');
		await expect(middle.getByText('the same owner: Central authorities')).toBeVisible();
		await expect(middle.getByRole('checkbox')).toHaveCount(2);
		expect((await results()).joint).toHaveLength(6);
	});
	await test.step('merged with a text of its own', async () => {
		await desk
			.getByLabel('Text', { exact: true })
			.fill('Each office names a contact and a deputy.');
		await desk.getByLabel('Short name').fill('Contacts');
		await desk.getByRole('button', { name: 'Merge these 2' }).click();
		await expect(desk.getByText('“Contacts” merged')).toBeVisible();
		await expect(desk.getByRole('button', { name: 'Undo' })).toBeInViewport({ ratio: 1 });
		await expect(middle.getByRole('heading')).toHaveText('Contacts');
		const [joint] = (await results()).joint;
		expect(joint).toMatchObject({
			name: 'Contacts',
			text: 'Each office names a contact and a deputy.'
		});
		expect(joint?.sources.map(({ text }) => text).sort()).toEqual([SAME[1], SAME[0]].sort());
	});
	await test.step('another is put to it by the menu, and taken out', async () => {
		await desk
			.getByLabel('Put something to it')
			.selectOption({ label: await option('Joint moot court') });
		await desk.getByRole('button', { name: 'Put', exact: true }).click();
		await expect(middle.getByRole('listitem')).toHaveCount(3);
		const row = middle.getByRole('listitem').filter({ hasText: 'Joint moot court' });
		await row.getByRole('button', { name: 'Take out' }).click();
		await expect(middle.getByRole('listitem')).toHaveCount(2);
	});
	await test.step('two that stand alone are picked and merged by keyboard', async () => {
		const groups = desk.getByRole('navigation', { name: 'Groups' });
		await groups.getByRole('checkbox', { name: 'Budget for interpreters' }).press('Space');
		await groups.getByRole('checkbox', { name: 'Shared register of requests' }).press('Space');
		await expect(middle.getByText('You picked these.')).toBeVisible();
		await desk.getByRole('button', { name: 'Merge these 2' }).press('Enter');
		await expect(middle.getByRole('heading')).toHaveText('Budget for interpreters');
		expect((await results()).joint).toHaveLength(4);
	});
	await test.step('one is dragged onto a group', async () => {
		const groups = desk.getByRole('navigation', { name: 'Groups' });
		const row = groups.getByRole('listitem').filter({ hasText: 'Joint moot court' });
		await row.hover();
		const target = groups.getByRole('button', { name: /Contacts/ });
		await row.locator('span.grip').dragTo(target);
		await expect.poll(async () => (await results()).joint[0]?.sources.length).toBe(3);
	});
	await test.step('taken back step by step, to the beginning', async () => {
		const undo = desk.getByRole('button', { name: 'Undo' });
		const step = desk.locator('.last input[name="of"]');
		while (await step.count()) {
			const before = await step.inputValue();
			await undo.press('Enter');
			await expect(desk.locator(`.last input[value="${before}"]`)).toHaveCount(0);
		}
		await expect(undo).toBeHidden();
		const { joint } = await results();
		expect(joint.map(({ text }) => text).sort()).toEqual([...SAME, ...ALONE].sort());
	});
	await test.step('what is written stays while ticks change, and another window is told of the merge', async () => {
		const other = await desk.context().newPage();
		await other.goto(desk.url());
		await desk.getByLabel('Text', { exact: true }).fill('Written before a tick.');
		await middle.getByRole('checkbox').first().uncheck();
		await middle.getByRole('checkbox').first().check();
		await expect(desk.getByLabel('Text', { exact: true })).toHaveValue('Written before a tick.');
		await desk.getByRole('button', { name: 'Merge these 2' }).click();
		await expect(other.getByText('“Written before a tick.” merged')).toBeVisible();
		await other.getByRole('button', { name: 'Undo' }).click();
		await expect(desk.getByRole('button', { name: 'Undo' })).toBeHidden();
		await expect(middle.getByRole('heading')).toHaveText('Are these the same recommendation?');
		await other.close();
	});
	await test.step('without the server the page stays, with what is typed; it is sent when the server is back', async () => {
		await desk.getByLabel('Text', { exact: true }).fill('Typed while it was away.');
		await world.server.stop('SIGKILL');
		await desk.getByRole('button', { name: 'Merge these 2' }).click();
		await expect(desk.getByText('That was not sent')).toBeVisible();
		await expect(desk.getByLabel('Text', { exact: true })).toHaveValue('Typed while it was away.');
		await world.server.start();
		await desk.getByRole('button', { name: 'Merge these 2' }).click();
		await expect(middle.getByRole('heading')).toHaveText('Typed while it was away.');
		await desk.getByRole('button', { name: 'Undo' }).click();
		await expect(desk.getByRole('button', { name: 'Undo' })).toBeHidden();
	});
	await test.step('said to be not the same, it is not suggested again', async () => {
		await desk.getByRole('button', { name: 'Not the same' }).click();
		await expect(desk.getByText('No two are alike.')).toBeVisible();
		await desk.reload();
		await expect(desk.getByText('No two are alike.')).toBeVisible();
	});
	expect(await trouble(desk)).toEqual([]);
});

test('a participant finds the words of this work, in their own language too', async () => {
	const { page } = await world.seat();
	await page.goto('/glossary');
	await page.getByPlaceholder('Look for a word').fill('kuhifadhi');
	await expect(page.getByText('preservation request', { exact: true })).toBeVisible();
	await expect(page.locator('dl > div')).toHaveCount(1);
	expect(await trouble(page)).toEqual([]);
});

/** The whole label of an option that begins so. */
async function option(text: string): Promise<string> {
	const labels = await desk.locator('option').allInnerTexts();
	return labels.find((label) => label.startsWith(text)) ?? '';
}
