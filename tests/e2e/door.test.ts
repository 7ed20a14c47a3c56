import { expect, test, type Page } from '@playwright/test';
import type { Visitor } from '../faults/visitor';
import { account, cockpit, enter, prepare, type Prepared } from '../live/production';
import { asleep } from './asleep';
import { Facilitator } from './facilitator';
import { Participant } from './participant';
import { remember } from './prepared';
import { World } from './world';

const PHONE = { width: 390, height: 844 };

let world: World;
let leads: Visitor;
let here: Prepared;
let desk: Page;

test.beforeAll(async ({ browser }) => {
	world = await new World(browser).start();
	leads = await account(world.server, 'Rosa');
	here = await prepare(leads, [
		'Abdi Warsame,Kenya,prosecutor,member',
		'Beatrice Njeri,Somalia,judge,member',
		'Ubah Hassan,Somalia,judge,member'
	]);
	const seat = await world.seat();
	await remember(seat.context, leads, world.origin);
	desk = seat.page;
	const leader = new Facilitator(desk);
	leader.id = here.id;
	await leader.goTo('run');
});
test.afterAll(() => world.stop());

test('R15: a name in use is asked for, stands in the queue over a reload, and is let in by one tap', async () => {
	const laptop = new Participant('Abdi Warsame', await world.seat());
	await laptop.join(here.code);
	const { page } = await world.seat(PHONE);
	await page.goto(`/join/${here.code}?q=abd`);
	await page.getByText('Abdi Warsame').click();
	await page.getByRole('button', { name: 'Ask to use this name' }).click();
	await expect(page.getByText('The facilitator sees your name. Stay here.')).toBeVisible();
	await page.reload();
	await expect(page.getByText('The facilitator sees your name. Stay here.')).toBeVisible();

	await expect(desk.getByText('Another device asks for the name Abdi Warsame.')).toBeVisible();
	await expect(desk.locator('dialog[open]')).toHaveCount(0);
	await desk.getByRole('button', { name: 'Let in' }).click();
	await expect(page.getByText('You are in, Abdi Warsame')).toBeVisible();
	await expect(laptop.page.getByText('Your name was given to another device.')).toBeVisible();
	await expect(desk.getByText('Another device asks')).toBeHidden();
});

test('R18: whoever is not on the list types their name, is added, and is in', async () => {
	const { page } = await world.seat(PHONE);
	await page.goto(`/join/${here.code}?q=xyz`);
	await page.getByRole('link', { name: 'Ask the facilitator' }).click();
	await page.getByLabel('Your name', { exact: true }).fill('Halima Noor');
	await page.getByLabel('Your country or organisation').fill('Somalai');
	await page.getByRole('button', { name: 'Ask the facilitator' }).click();
	await expect(page.getByText('The facilitator sees your name. Stay here.')).toBeVisible();

	await expect(desk.getByText('Halima Noor is not on the list.')).toBeVisible();
	await desk.getByRole('button', { name: 'Add to Somalia' }).click();
	await expect(page.getByText('You are in, Halima Noor')).toBeVisible();

	// Refused, one is told where to go.
	const other = await world.seat();
	await other.page.goto(`/join/${here.code}/ask`);
	await other.page.getByLabel('Your name', { exact: true }).fill('Ifrah Idle');
	await other.page.getByLabel('Your country or organisation').fill('Uganda');
	await other.page.getByRole('button', { name: 'Ask the facilitator' }).click();
	await desk.getByRole('button', { name: 'Refuse' }).click();
	await expect(other.page.getByText('Speak to the facilitator in the room.')).toBeVisible();
	await other.page.getByRole('button', { name: 'Back to the names' }).click();
	await expect(other.page.getByLabel('Find your name')).toBeVisible();
});

test('R16: another device by a link from one’s own room, and "Not you?" on one leaves the other', async () => {
	const laptop = await world.seat();
	await remember(
		laptop.context,
		await enter(world.server, here.code, 'Beatrice Njeri'),
		world.origin
	);
	const wake = await asleep(laptop.page);
	await laptop.page.goto(`/room/${here.code}`, { waitUntil: 'commit' });
	await laptop.page.getByText('Add another device').click(); // before the page is awake
	wake();
	await expect(
		laptop.page.getByRole('img', { name: 'QR code for the other device' })
	).toBeVisible();
	await expect(laptop.page.locator('.address')).toBeInViewport();
	const address = await laptop.page.locator('.address').innerText();
	expect(address).toContain(`baraza.lan:${world.server.port}/join/${here.code}/`);

	const phone = await world.seat(PHONE);
	await phone.page.goto(`http://${address}`);
	await phone.page.getByRole('button', { name: 'This is me' }).click();
	await expect(phone.page.getByText('You are in, Beatrice Njeri')).toBeVisible();
	await expect(laptop.page.getByText('Another device was added. Your devices: 2')).toBeVisible();

	await laptop.page.getByText('Not you?').click();
	await laptop.page.getByRole('button', { name: 'Leave this device' }).click();
	await expect(laptop.page.getByLabel('Find your name')).toBeVisible();
	await laptop.page.goBack();
	await expect(laptop.page.getByLabel('Find your name')).toBeVisible();
	await expect(laptop.page.getByText('You are in')).toHaveCount(0);
	await expect(phone.page.getByText('You are in, Beatrice Njeri')).toBeVisible();
	await phone.page.reload();
	await expect(phone.page.getByText('You are in, Beatrice Njeri')).toBeVisible();
});

test('R15: while the doors are open a name in use is taken at once, and listed', async () => {
	await enter(world.server, here.code, 'Ubah Hassan');
	await desk.getByRole('button', { name: 'Open doors for ten minutes' }).click();
	await expect(desk.getByText('Doors open. Minutes left: 10')).toBeVisible();
	const { page } = await world.seat(PHONE);
	await page.goto(`/join/${here.code}?q=uba`);
	await page.getByText('Ubah Hassan').click();
	await page.getByRole('button', { name: 'This is me' }).locator('visible=true').click();
	await expect(page.getByText('You are in, Ubah Hassan')).toBeVisible();
	await expect(desk.getByText(/^Ubah Hassan, \d\d:\d\d$/)).toBeVisible();
	await desk.getByRole('button', { name: 'Close the doors' }).click();
	await expect(desk.getByRole('button', { name: 'Open doors for ten minutes' })).toBeVisible();
	expect((await cockpit(here)).door.taken[0]).toMatchObject({ how: 'doors' });
});
