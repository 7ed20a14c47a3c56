import { expect, test } from '@playwright/test';
import { cockpit } from '../live/production';
import { post } from '../live/at-door';
import { ready, type Ready } from './prepared';

let all: Ready;
test.beforeAll(async ({ browser }) => {
	all = await ready(browser);
});
test.afterAll(() => all.world.stop());

test('D4: while codes are guessed, who types one waits on a page that goes on by itself', async () => {
	const { world, here, leader, wall, late } = all;
	await here.leads.act(`/facilitate/${here.id}/run?/show`, [['projector', 'lobby']]);
	await leader.page.goto(`${world.origin}/facilitate/${here.id}/run`);
	await wall.page.goto(`${world.origin}/screen`);
	await expect(wall.page.getByRole('heading', { level: 1 })).toHaveText(/^\S{3} \S{3}$/);
	for (let i = 0; i < 31; i++)
		await post(world.server, '/', { code: `ZZZZ${'ABCDEFGH'[i >> 3]}${'ABCDEFGH'[i & 7]}` }, {});
	const { page } = await world.seat();
	await page.goto(world.origin);
	const field = page.getByRole('textbox', { name: 'Code' });
	await field.fill(here.code);
	await field.press('Enter');
	await expect(page.getByRole('heading', { name: 'One moment, please' })).toBeVisible();

	// the facilitator is told what to do, and the projector shows the long code beside the square
	await expect(leader.page.getByText('Somebody seems to guess codes')).toBeVisible();
	await expect(wall.page.getByRole('heading', { level: 1 })).toHaveText(/^(\S{3} ){3}\S{3}$/);
	const { machine } = (await cockpit(here)).live;
	const long = machine?.what === 'codes-guessed' ? machine.long : '';

	// once the code may be looked at, here because another tab brings the long one, the page opens
	const tab = await page.context().newPage();
	await tab.goto(world.origin);
	const code = tab.getByRole('textbox', { name: 'Code' });
	await code.pressSequentially(long.toLowerCase());
	await expect(code).toHaveValue(long.replace(/...(?=.)/g, '$& '));
	await code.press('Enter');
	await expect(tab.getByRole('heading', { name: 'Which name is yours?' })).toBeVisible();
	await page.getByLabel('Find your name').fill(late.slice(0, 4));
	await expect(page.getByText(late)).toBeVisible();
});
