import { expect, test } from '@playwright/test';
import { ServerChild } from '../faults/child';
import { account, begin, joinIn, prepare, SCENARIOS } from '../live/production';
import { remember } from './prepared';
import { trouble } from './trouble';

test('notices are put away by keys: the focus goes on to the next one, and then to the heading', async ({
	browser
}) => {
	const variables = { BARAZA_SCENARIOS: SCENARIOS, LD_LIBRARY_PATH: '', HOST: '0.0.0.0' };
	await using server = new ServerChild(variables, { imports: ['../e2e/other-address.ts'] });
	await server.start();
	const leads = await account(server, 'Rosa');
	const here = await prepare(leads, [
		'Abdi Warsame,Kenya,prosecutor,member',
		'Beatrice Njeri,Somalia,judge,member'
	]);
	const { stage } = await begin(here, 1);
	const ekow = await account(server, 'Ekow');
	await joinIn(here, ekow);
	await using context = await browser.newContext({ baseURL: server.origin, locale: 'en-GB' });
	await remember(context, leads, server.origin);
	const page = await context.newPage();
	const run = `/facilitate/${here.id}/run`;
	await page.goto(run);
	// once it has seen the first one
	await new Promise((done) => setTimeout(done, 3500));
	server.signal('SIGUSR2');
	await ekow.act(`${run}?/take`);
	await ekow.act(`${run}?/lengthen`, [
		['stage', stage?.id ?? ''],
		['minutes', '2']
	]);
	const close = page.getByRole('button', { name: 'Close', exact: true });
	await expect(page.getByText('Ekow changed the time of this step')).toBeVisible();
	await expect(page.getByText('192.168.8.31')).toBeVisible();
	await expect(close).toHaveCount(2);
	expect(await trouble(page)).toEqual([]);
	await close.first().press('Enter');
	await expect(close).toHaveCount(1);
	await expect(close).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(close).toHaveCount(0);
	await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});
