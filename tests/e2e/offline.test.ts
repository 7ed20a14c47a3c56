import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { pause } from '../faults/patience';
import { figure, lengths } from '../faults/proof';
import type { Visitor } from '../faults/visitor';
import { cockpit, enter } from '../live/production';
import { KilledBrowser } from './killed-browser';
import { Participant } from './participant';
import { ready, remember, type Ready } from './prepared';
import type { Seat } from './world';

const ASLEEP = lengths(15_000, 60_000, 600_000);

let all: Ready;
let me: Participant;
let mate: Participant;
/** What lets a browser in as the mate. */
let asMate: Visitor;
test.beforeAll(async ({ browser }) => {
	all = await ready(browser);
	const { world, here, late } = all;
	mate = new Participant(late, await world.seat());
	asMate = await enter(world.server, here.code, late);
	await remember(mate.seat.context, asMate, world.origin);
	await mate.page.goto(room());
	me = new Participant('the first', all.member);
});
test.afterAll(() => all.world.stop());

const room = () => `/room/${all.here.code}`;
const QUESTION = 'OPEN-QUESTION-TITLE';
const why = (page: Page) => page.getByLabel('Why?');

/** Opens the room at the question, in a page of its own. */
async function open(seat: Seat): Promise<Page> {
	const page = await seat.context.newPage();
	await page.goto(room());
	await page.getByRole('tab', { name: QUESTION }).click();
	return page;
}

const state = (page: Page) => page.locator('header [role=status]');
const title = (page: Page) => state(page).locator('.title');

/** Types so many letters, each a change of its own. */
async function type(page: Page, words: string): Promise<void> {
	await why(page).press('End');
	await why(page).pressSequentially(words);
}

/** Databases of this address. */
const databases = (page: Page) =>
	page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));

test('B8, R8, R9, R11: without a network the room stays usable and counts what is kept', async () => {
	const page = await open(me.seat);
	expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
	await expect(title(page)).toHaveText('Saved');
	await me.seat.context.setOffline(true);
	await expect(title(page)).toHaveText('Offline');
	await expect(state(page)).toContainText('This device has no network. Do not reload.');
	await type(page, 'one');
	await expect(title(page)).toHaveText('Offline: 3 changes kept on this device');
	await page.getByLabel('OPEN-OPTION-COURT').check();
	await expect(title(page)).toHaveText('Offline: 4 changes kept on this device');
	expect(await page.getByRole('dialog').count()).toBe(0);
	await me.seat.context.setOffline(false);
	await expect(title(page)).toHaveText('Saved', { timeout: 3000 });
	await mate.show(QUESTION);
	await expect(why(mate.page)).toHaveValue('one');
	await expect(mate.page.getByLabel('OPEN-OPTION-COURT')).toBeChecked();
	await page.close();
});

test('R8: a button that needs the server says so where it does not answer, and the room stays', async () => {
	const page = await open(me.seat);
	await me.seat.context.setOffline(true);
	await page.getByRole('button', { name: 'We are done' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'We are done' }).click();
	await expect(page.getByText('That was not sent')).toBeVisible();
	await type(page, '');
	await me.seat.context.setOffline(false);
	await expect(title(page)).toHaveText('Saved');
	await page.close();
});

/** Pages come, and no live connection does. @returns lets it */
async function withhold(context: BrowserContext): Promise<() => void> {
	let isHeld = true;
	await context.route('**/socket.io/**', (route) => (isHeld ? route.abort() : route.continue()));
	await context.routeWebSocket('**/socket.io/**', (socket) =>
		isHeld ? socket.close() : void socket.connectToServer()
	);
	return () => (isHeld = false);
}

test('B8, R9, R10: a tab closed with unsent changes has them when it is opened again, once', async () => {
	const page = await open(me.seat);
	await expect(title(page)).toHaveText('Saved');
	await all.world.server.stop('SIGKILL');
	await expect(title(page)).toHaveText('Offline');
	await expect(state(page)).toContainText('The facilitator’s computer does not answer.');
	await type(page, ' two');
	await expect(title(page)).toHaveText('Offline: 4 changes kept on this device');
	await page.close();
	await all.world.server.start();
	// The page comes, the live connection not yet: what was not acknowledged is still counted.
	const connect = await withhold(me.seat.context);
	const again = await open(me.seat);
	await expect(title(again)).toHaveText('Offline: 4 changes kept on this device');
	await expect(why(again)).toHaveValue('one two');
	await type(again, '!');
	await expect(title(again)).toHaveText('Offline: 5 changes kept on this device');
	connect();
	await expect(title(again)).toHaveText('Saved', { timeout: 3000 });
	await expect(why(mate.page)).toHaveValue('one two!');
	await again.reload();
	await expect(title(again)).toHaveText('Saved');
	await again.close();
});

test('B9, R9: two tabs of one person both work, and nothing comes twice', async () => {
	const [left, right] = [await open(me.seat), await open(me.seat)];
	await me.seat.context.setOffline(true);
	for (const page of [left, right]) await expect(title(page)).toHaveText('Offline');
	await type(left, ' L');
	await right.getByLabel('OPEN-OPTION-COURT').focus();
	await why(right).press('Home');
	await why(right).pressSequentially('R ');
	for (const page of [left, right])
		await expect(title(page)).toHaveText('Offline: 2 changes kept on this device');
	await right.close();
	await me.seat.context.setOffline(false);
	await expect(title(left)).toHaveText('Saved', { timeout: 3000 });
	const third = await open(me.seat);
	for (const page of [left, third, mate.page]) await expect(why(page)).toHaveValue('R one two! L');
	await expect(title(third)).toHaveText('Saved');
	expect(await databases(third)).toHaveLength(1);
	await left.close();
	await third.close();
});

test('B8, R8: where the browser refuses storage the page says so, and gives the text as a file', async () => {
	const page = await me.seat.context.newPage();
	await page.addInitScript(() => {
		IDBFactory.prototype.open = () => {
			throw new DOMException('denied', 'SecurityError');
		};
	});
	await page.goto(room());
	await page.getByRole('tab', { name: QUESTION }).click();
	await expect(title(page)).toHaveText('Saved');
	await expect(state(page)).toContainText('Changes are kept in this tab only');
	await page.route('**/socket.io/**', (route) => route.abort());
	await me.seat.context.setOffline(true);
	await type(page, ' tab');
	await expect(title(page)).toHaveText('Offline: 4 changes in this tab only');
	await state(page).click();
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save a copy' }).click();
	const file = await (await (await download).createReadStream()).toArray();
	expect(Buffer.concat(file).toString()).toContain(' tab');
	await me.seat.context.setOffline(false);
	await page.unroute('**/socket.io/**');
	await expect(title(page)).toHaveText('Saved', { timeout: 3000 });
	await page.close();
});

test('R11: what is said of the connection covers no text, on a laptop and on a phone', async () => {
	const page = await open(me.seat);
	for (const size of [
		{ width: 1366, height: 768 },
		{ width: 390, height: 844 }
	]) {
		await page.setViewportSize(size);
		await me.seat.context.setOffline(true);
		await expect(title(page)).toHaveText('Offline');
		const under = await why(page).evaluate((box) => {
			box.scrollIntoView({ block: 'center' });
			const { x, y, width, height } = box.getBoundingClientRect();
			return document.elementFromPoint(x + width / 2, y + height / 2) === box;
		});
		expect(under).toBe(true);
		await me.seat.context.setOffline(false);
		await expect(title(page)).toHaveText('Saved');
	}
	await page.close();
});

/** My room in a browser of its own. */
async function openIn(browser: KilledBrowser): Promise<Page> {
	const context = await browser.start();
	context.setDefaultTimeout(10_000);
	// Chromium writes cookies to the disk only every 30 s.
	await remember(context, all.entered, all.world.origin);
	const page = await context.newPage();
	await page.goto(all.world.origin + room());
	await page.getByRole('tab', { name: QUESTION }).click();
	return page;
}

test('B7, R14: a laptop whose lid was closed comes back by itself, with what was typed before', async () => {
	test.setTimeout(ASLEEP + 90_000);
	await using browser = new KilledBrowser();
	const page = await openIn(browser);
	await expect(title(page)).toHaveText('Saved');
	const stood = await why(page).inputValue();
	await type(page, ' before');
	browser.signal('SIGSTOP');
	await mate.show(QUESTION);
	await why(mate.page).press('Home');
	await why(mate.page).pressSequentially('meanwhile ');
	await pause(ASLEEP);
	browser.signal('SIGCONT');
	await expect(why(page)).toHaveValue(`meanwhile ${stood} before`, { timeout: 5000 });
	await expect(title(page)).toHaveText('Saved');
	await expect(why(mate.page)).toHaveValue(`meanwhile ${stood} before`);
	figure(
		'B7',
		`a browser stopped for ${ASLEEP / 1000} s`,
		'in sync by itself, nothing lost, nothing twice'
	);
});

test('R13: what is not taken in is offered back, also after a reload, until it is let go', async () => {
	const page = await open(me.seat);
	await expect(title(page)).toHaveText('Saved');
	await me.seat.context.setOffline(true);
	await expect(title(page)).toHaveText('Offline');
	await type(page, ', for the old team');
	await expect(title(page)).toHaveText(/^Offline: 18 changes/);
	const { id, leads } = all.here;
	const { teams } = await cockpit(all.here);
	const moved = [teams[0]?.members[0]?.id ?? '', teams[1]?.id ?? ''] as const;
	await leads.act(`/facilitate/${id}/teams?/move`, [
		['person', moved[0]],
		['team', moved[1]]
	]);
	await me.seat.context.setOffline(false);
	const block = page.locator('section').filter({ hasText: 'These words were not taken in.' });
	await expect(block).toContainText('This sheet is no longer your team’s.');
	await expect(block).toContainText(', for the old team');
	await expect(title(page)).toHaveText('Saved');
	await page.reload();
	await expect(block).toContainText(', for the old team');
	await block.getByRole('button', { name: 'Close' }).click();
	await expect(block).toHaveCount(0);
	await page.reload();
	await expect(title(page)).toHaveText('Saved');
	await expect(block).toHaveCount(0);
	await page.close();
});

test('B8, R8, R9: a browser that is killed has 20 unsent changes when it is opened again', async () => {
	await using browser = new KilledBrowser();
	const { world } = all;
	const page = await openIn(browser);
	await expect(title(page)).toHaveText('Saved');
	await world.server.stop('SIGKILL');
	await expect(title(page)).toHaveText('Offline');
	await type(page, 'twenty small letters');
	await expect(title(page)).toHaveText('Offline: 20 changes kept on this device');
	await browser.kill();
	await world.server.start();
	const again = await openIn(browser);
	await expect(title(again)).toHaveText('Saved', { timeout: 3000 });
	const all20 = /^(?!.*twenty.*twenty).*twenty small letters$/; // and once
	await expect(why(again)).toHaveValue(all20);
	await again.reload();
	await again.getByRole('tab', { name: QUESTION }).click();
	await expect(why(again)).toHaveValue(all20);
});

test('R12: the copy goes at "not you", and at the end of the workshop also from a closed browser', async () => {
	const page = await open(me.seat);
	await expect(title(page)).toHaveText('Saved');
	expect(await databases(page)).toHaveLength(1);
	await page.getByRole('button', { name: /^Here: / }).click();
	await page.getByText('Not you?').click();
	await page.getByRole('button', { name: 'Leave this device' }).click();
	await expect(page).toHaveURL(/\/join\//);
	await expect.poll(() => databases(page)).toEqual([]);
	expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);

	const { world, here } = all;
	const closed = await world.seat();
	await remember(closed.context, asMate, world.origin);
	await expect(title(await open(closed))).toHaveText('Saved');
	for (const one of closed.context.pages()) await one.close();
	expect(await databases(mate.page)).toHaveLength(1);
	await here.leads.act(`/facilitate/${here.id}/setup?/end`);
	await expect.poll(() => databases(mate.page)).toEqual([]);
	const later = await closed.context.newPage();
	await later.goto(`${world.origin}/healthz`);
	expect(await databases(later)).toHaveLength(1);
	await later.goto('/');
	await expect.poll(() => databases(later)).toEqual([]);
});
