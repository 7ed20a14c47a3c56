import { expect, test, type Locator, type Page } from '@playwright/test';
import { Participant } from './participant';
import { ready, type Ready } from './prepared';
import { cockpit } from '../live/production';

let all: Ready;
test.beforeAll(async ({ browser }) => {
	all = await ready(browser);
});
test.afterAll(() => all.world.stop());

/** Presses Tab until something has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, to: Locator): Promise<void> {
	for (let presses = 0; presses < 80; presses++) {
		if (await to.evaluate((element) => element === document.activeElement)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`Tab does not lead to ${to.toString()}`);
}

test('somebody without a mouse joins, adds a tool, writes, reorders and is done', async () => {
	test.setTimeout(60_000);
	const { page } = await all.world.seat();
	const person = new Participant(all.late, { ...all.member, page });

	await page.goto('/');
	await expect(page.getByLabel('Code')).toBeFocused();
	await page.keyboard.type(all.here.code);
	await page.keyboard.press('Enter');
	await expect(page.getByLabel('Find your name')).toBeFocused();
	await page.keyboard.type(all.late.slice(0, 4));
	await tabTo(page, page.getByRole('radio', { name: all.late }));
	await page.keyboard.press('Space');
	await tabTo(page, page.getByRole('button', { name: 'This is me' }));
	await page.keyboard.press('Enter');
	await person.saved();

	const names = ['Public or paid registry check', 'Extraction of a seized device'];
	for (const name of names) {
		await tabTo(
			page,
			page.getByRole('button', { name: 'Add a tool' }).locator('visible=true').first()
		);
		await page.keyboard.press('Enter');
		const drawer = page.getByRole('dialog', { name: 'Add a tool' });
		await expect(drawer.getByRole('searchbox')).toBeFocused();
		await page.keyboard.type(name);
		await tabTo(page, drawer.getByRole('radio', { name: 'Fit this need' }));
		await page.keyboard.press('ArrowRight');
		await tabTo(page, drawer.getByRole('button', { name }).first());
		await page.keyboard.press('Enter');
		await tabTo(page, drawer.getByRole('button', { name: 'Add to our tools' }));
		await page.keyboard.press('Enter');
		await tabTo(page, person.why(name));
		await page.keyboard.type(`because of ${name}`);
		await expect(person.why(name)).toHaveValue(`because of ${name}`);
	}
	const up = person.row(names[1] ?? '').getByRole('button', { name: 'Up, to place 1' });
	await tabTo(
		page,
		person.row(names[1] ?? '').getByRole('button', { name: names[1], exact: true })
	);
	await page.keyboard.press('m');
	await expect(page.getByRole('menuitem', { name: 'Up, to place 1' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(up).toHaveCount(0);
	await expect(page.locator('section.tools li').first()).toContainText(names[1] ?? '');
	await person.saved();

	await tabTo(page, page.getByRole('button', { name: 'We are done' }).locator('visible=true'));
	await page.keyboard.press('Enter');
	const dialog = page.getByRole('dialog', { name: 'Is your team done?' });
	await expect(dialog.getByRole('button', { name: 'Keep working' })).toBeFocused();
	await tabTo(page, dialog.getByRole('button', { name: 'We are done' }));
	await page.keyboard.press('Enter');
	await expect(person.isDone).toBeVisible();
	expect((await cockpit(all.here)).teams.some(({ done }) => done !== null)).toBe(true);
});
