import { expect, test } from '@playwright/test';
import { cockpit, enter } from '../live/production';
import { Participant } from './participant';
import { ready, remember, type Ready } from './prepared';

const LONG =
	'The operator overwrites its records after seven days, so a preservation request goes out first. ';

let all: Ready;
test.beforeAll(async ({ browser }) => {
	all = await ready(browser);
});
test.afterAll(() => all.world.stop());

test('R25, R26: what a team-mate takes away is brought back in two clicks', async () => {
	const { world, here, leader, member, late } = all;
	const mate = await world.seat();
	await remember(mate.context, await enter(world.server, here.code, late), world.origin);
	for (const { page } of [member, mate]) await page.goto(`${world.origin}/room/${here.code}`);
	const [one, other] = [new Participant('one', member), new Participant(late, mate)];
	const tool = 'Direct police-to-police request';

	const row = await one.addTool(tool);
	await one.why(tool).fill(LONG);
	await one.saved();

	// removing a filled choice can be undone, here and there
	await row.getByRole('button', { name: /More/ }).click();
	await one.page.getByRole('menuitem', { name: 'Remove' }).click();
	await expect(other.page.getByText(/Removed by/)).toBeVisible();
	await other.page.getByRole('button', { name: 'Bring back' }).click();
	await expect(one.row(tool).getByText('Removed by')).toHaveCount(0);

	await one.reach('Registrar', 'Port office');
	await one.page.getByText('Registrar, Port office').click();
	await one.page.locator('details[open]').getByRole('button', { name: 'Remove' }).click();
	await other.page.getByRole('button', { name: 'Bring back' }).click();
	await expect(one.page.getByText('Registrar, Port office')).toBeVisible();

	// somebody empties the sheet
	await other.row(tool).getByRole('button', { name: tool, exact: true }).click();
	await other.why(tool).fill('');
	await other.saved();
	const bring = one.page.getByRole('button', { name: /Bring back the sheet of/ });
	await expect(one.page.getByText(`${late} removed a lot of text at`)).toBeVisible({
		timeout: 15_000
	});
	await bring.click();
	await expect(other.why(tool)).toHaveValue(LONG);
	await expect(bring).toHaveCount(0);

	// and the history has it all
	await one.page.getByRole('button', { name: /^Here:/ }).click();
	await one.page.getByRole('button', { name: 'History' }).click();
	const history = one.page.getByRole('dialog', { name: 'History' });
	await expect(history.getByText('Put back to an earlier minute').first()).toBeVisible();
	// the moment before the loss stands in the list as well
	const minutes = history.getByRole('listitem');
	const loss = minutes.filter({ hasText: 'A lot of text removed' }).first();
	await loss.locator('xpath=following-sibling::li[1]').getByRole('button').click();
	await expect(history.getByRole('heading', { name: /The sheet at/ })).toBeVisible();
	await expect(history.getByText(LONG.trim())).toBeVisible();

	// the facilitator reads it too, as it was and is
	const { page } = leader;
	await page.goto(`${world.origin}/facilitate/${here.id}/run`);
	await page.locator('tbody button.link').first().click();
	await page.getByRole('link', { name: 'The sheet and its history' }).click();
	await expect(page.getByRole('heading', { level: 1, name: /Team/ })).toBeVisible();
	await expect(page.getByText(LONG.trim())).toBeVisible();

	// once the next exercise is open, the closed sheet is read from the history of the new one
	const stages = (await cockpit(here)).agenda.filter(({ kind }) => kind === 'exercise');
	await here.leads.act(`/facilitate/${here.id}/run?/open`, [
		['stage', stages[1]?.id ?? ''],
		['expected', stages[0]?.id ?? '']
	]);
	await history.getByRole('button', { name: 'Close' }).click();
	await expect(one.page.getByText('What next').first()).toBeVisible();
	await one.page.getByRole('button', { name: /^Here:/ }).click();
	await one.page.getByRole('button', { name: 'History' }).click();
	await expect(history.getByText('Nothing is written on this sheet yet.')).toBeVisible();
	const closed = history.getByRole('button', { name: 'The lorry, closed' });
	await closed.press('Enter');
	await expect(closed).toHaveAttribute('aria-current', 'true');
	await expect(closed).toBeFocused();
	await minutes.getByRole('button').last().click();
	await expect(history.getByText('The sheet is closed.')).toBeVisible();
	await expect(history.getByRole('button', { name: /Put the sheet back/ })).toHaveCount(0);
	await history.getByRole('button', { name: 'What next, open' }).click();
	await expect(history.getByText('Nothing is written on this sheet yet.')).toBeVisible();

	await page.reload();
	await page.getByRole('link', { name: 'What next, open' }).click();
	await expect(page.getByText('Nothing is written on this sheet yet.')).toBeVisible();
	await page.getByRole('link', { name: 'The lorry, closed' }).click();
	await expect(page.getByText(LONG.trim())).toBeVisible();
});
