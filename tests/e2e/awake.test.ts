import { expect, test, type Page } from '@playwright/test';
import { asleep } from './asleep';
import { ready, type Ready } from './prepared';

let all: Ready;
test.beforeAll(async ({ browser }) => {
	all = await ready(browser);
});
test.afterAll(() => all.world.stop());

/** A page as the server drew it, with what lets its scripts come. */
async function drawn(page: Page, path: string): Promise<() => void> {
	const wake = await asleep(page);
	await page.goto(path, { waitUntil: 'commit' });
	return wake;
}

test('R41: what is written into a facilitator’s page before it is awake stays', async () => {
	const { page } = all.leader;
	const wake = await drawn(page, `/facilitate/${all.here.id}/setup`);
	const first = page.getByRole('textbox', { name: /^Title of/ }).first();
	await first.fill('Welcome, written early');
	const place = page.getByLabel('Place and room');
	await place.fill('Hall on the shore');
	const unlisted = page.getByRole('checkbox').first();
	const was = await unlisted.isChecked();
	await unlisted.setChecked(!was);
	wake();
	await expect(page.locator('html[data-asleep]')).toHaveCount(0);
	await expect(first).toHaveValue('Welcome, written early');
	await expect(place).toHaveValue('Hall on the shore');
	await expect(unlisted).toBeChecked({ checked: !was });
});

test('R41: whoever looks for a name before the page is awake finds it', async () => {
	const { page } = await all.world.seat({ width: 390, height: 844 });
	const wake = await drawn(page, `/join/${all.here.code}`);
	await page.getByLabel('Find your name').fill(all.late.slice(0, 5));
	wake();
	await expect(page.getByRole('radio', { name: all.late })).toBeVisible();
});

test('R41: what is pressed in the room before it is awake happens, once', async () => {
	const { page } = all.member;
	const wake = await drawn(page, `/room/${all.here.code}`);
	const [first, second] = [
		page.getByRole('tab', { name: /^1 / }),
		page.getByRole('tab', { name: /^2 / })
	];
	for (let again = 0; again < 3; again++)
		await page.getByRole('button', { name: 'Next need' }).click();
	await expect(first).toHaveAttribute('aria-selected', 'true');
	wake();
	await expect(second).toHaveAttribute('aria-selected', 'true');
});

test('R41: what others feel asks first, also before the page is awake', async () => {
	const { page } = all.leader;
	const wake = await drawn(page, `/facilitate/${all.here.id}/teams`);
	await page.getByRole('button', { name: 'Draw the teams' }).click();
	wake();
	await expect(page.getByRole('dialog', { name: 'Draw new teams?' })).toBeVisible();
	await page.getByRole('button', { name: 'Keep these teams' }).click();
	await expect(page.getByRole('dialog')).toBeHidden();
});

test('R41: letters typed before the page is awake stay where they were typed', async () => {
	const { page } = await all.world.seat();
	const wake = await asleep(page);
	await page.goto('/', { waitUntil: 'commit' });
	const code = page.getByLabel('Code');
	await code.pressSequentially('ktr');
	wake();
	await expect(code).toHaveValue('KTR'); // arranged, which only a page that is awake does
	await code.press('End');
	await page.keyboard.type('7');
	await expect(code).toHaveValue('KTR 7');
	await code.press('Home');
	await page.keyboard.type('x2');
	await expect(code).toHaveValue('X2K TR7');
	await page.keyboard.type('y'); // and the caret stays with its letters
	await expect(code).toHaveValue('X2Y KTR 7');
});
