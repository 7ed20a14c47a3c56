import { expect, test, type Page } from '@playwright/test';
import { enter } from '../live/production';
import { Participant } from './participant';
import { ready, remember, type Ready } from './prepared';
import type { Seat } from './world';

const QUESTION = 'OPEN-QUESTION-TITLE';
const TOOL = 'Direct police-to-police request';

let all: Ready;
let me: Participant;
let mate: Participant;
test.beforeAll(async ({ browser }) => {
	all = await ready(browser);
	const { world, here, member, late } = all;
	const other = await world.seat();
	await remember(other.context, await enter(world.server, here.code, late), world.origin);
	await rank(member, 0);
	await rank(other, 2 ** 31);
	[me, mate] = [new Participant('me', member), new Participant(late, other)];
	for (const { page } of [me, mate]) await page.goto(room());
});
test.afterAll(() => all.world.stop());

const room = () => `/room/${all.here.code}`;
const line = (page: Page) => page.getByRole('main').getByText('Meanwhile your team changed');
const spoken = (page: Page) =>
	page.locator('[aria-live=polite]').filter({ hasText: 'Meanwhile your team changed' });
const option = (page: Page, name: string) => page.getByLabel(`OPEN-OPTION-${name}`);

/** Yjs keeps the value of the higher client id: the one whose ids begin here, not chance, decides. */
async function rank({ context }: Seat, from: number): Promise<void> {
	await context.addInitScript((least) => {
		const random = crypto.getRandomValues.bind(crypto);
		crypto.getRandomValues = (array) => {
			random(array);
			if (array instanceof Uint32Array && array.length === 1)
				array[0] = ((array[0] ?? 0) >>> 1) + least;
			return array;
		};
	}, from);
}

test('R40: who comes back and lost a choice is told beside it, and puts it back or the line away', async () => {
	const row = await me.addTool(TOOL);
	await me.saved();
	await mate.row(TOOL).getByRole('button', { name: TOOL, exact: true }).click();
	await me.seat.context.setOffline(true);
	await expect(me.state).toHaveText(/^Offline/);
	await row.getByText('Hours', { exact: true }).click();
	await mate.row(TOOL).getByText('Days', { exact: true }).click();
	for (const one of [me, mate]) await one.show(QUESTION);
	await option(me.page, 'COURT').check();
	await option(mate.page, 'POLICE').check();
	await mate.saved();
	await me.seat.context.setOffline(false);
	await me.saved();

	await expect(option(me.page, 'POLICE')).toBeChecked();
	await expect(line(me.page)).toHaveText(
		'Meanwhile your team changed “Your answer”. You had chosen: OPEN-OPTION-COURT, the court.'
	);
	await expect(spoken(me.page)).toHaveCount(1);
	await me.page.getByRole('button', { name: 'Put mine back' }).press('Enter');
	await expect(option(mate.page, 'COURT')).toBeChecked();
	await expect(option(me.page, 'COURT')).toBeFocused();
	await expect(line(me.page)).toHaveCount(0);

	// in an open tool it stands by its field, in a folded one with the rest
	await me.show('OPEN-NEED-ONE-TITLE');
	const name = row.getByRole('button', { name: TOOL, exact: true });
	const urgency = row.locator('[data-field$="|urgency"]');
	await expect(urgency).toContainText('“How urgent”. You had chosen: Hours.');
	await name.click();
	await expect(urgency).toHaveCount(0);
	await expect(line(me.page)).toContainText('You had chosen: Hours.');
	await name.click();
	await urgency.getByRole('button', { name: 'Close', exact: true }).press('Enter');
	await expect(line(me.page)).toHaveCount(0);
	await expect(row.getByRole('radio', { name: 'Days' })).toBeFocused();

	// what a team-mate who saw it sets over it is an ordinary change, and they were told nothing
	await option(mate.page, 'POLICE').check();
	await me.show(QUESTION);
	await expect(option(me.page, 'POLICE')).toBeChecked();
	for (const { page } of [me, mate]) await expect(line(page)).toHaveCount(0);
});

test('R40: so is who closed the page before it was sent, and it goes when the field is set again', async () => {
	for (const one of [me, mate]) await one.show(QUESTION);
	await me.seat.context.setOffline(true);
	await option(me.page, 'CENTRAL').check();
	await expect(me.state).toHaveText('Offline: 1 change kept on this device');
	await me.page.close();
	await option(mate.page, 'COURT').check();
	await mate.saved();
	await me.seat.context.setOffline(false);
	const page = await me.seat.context.newPage();
	await page.goto(room());
	await page.getByRole('tab', { name: QUESTION }).click();
	await expect(line(page)).toContainText('You had chosen: OPEN-OPTION-CENTRAL');
	await expect(option(page, 'COURT')).toBeChecked();
	await option(page, 'POLICE').check();
	await expect(line(page)).toHaveCount(0);
	await expect(option(mate.page, 'POLICE')).toBeChecked();
});
