import { expect, test, type Page } from '@playwright/test';
import { account, begin, enter, prepare } from '../live/production';
import { Participant } from './participant';
import { remember } from './prepared';
import { World } from './world';

/** Longer than the grace after closing, ms. */
const GRACE = 5_500;
const WORDS = 'Written on the train.';

let world: World;
let writer: Participant;
let desk: Page;

test.beforeAll(async ({ browser }) => {
	world = await new World(browser).start();
	const leads = await account(world.server, 'Rosa');
	const here = await prepare(leads, [
		'Abdi Warsame,Kenya,prosecutor,member',
		'Beatrice Njeri,Somalia,judge,member'
	]);
	const { teams } = await begin(here, 1);
	const seat = async (name: string) => {
		const own = await world.seat();
		await remember(own.context, await enter(world.server, here.code, name), world.origin);
		await own.page.goto(`/room/${here.code}`);
		return new Participant(name, own);
	};
	writer = await seat(teams[0]?.members[0]?.name ?? '');
	const leader = await world.seat();
	await remember(leader.context, leads, world.origin);
	desk = leader.page;
	await desk.goto(`/facilitate/${here.id}/run`);
});
test.afterAll(() => world.stop());

const QUESTION = 'OPEN-QUESTION-TITLE';
const why = () => writer.page.getByLabel('Why?');

/** Writes a reason without a network. */
async function writeAway(words: string): Promise<void> {
	await writer.seat.context.setOffline(true);
	await expect(writer.state).toContainText('Offline', { timeout: 20_000 });
	await why().fill(words);
}

/** The facilitator goes to the next step, or back; then the grace is over. */
async function press(name: RegExp): Promise<void> {
	await desk.getByRole('button', { name }).first().click();
	await expect(desk.getByRole('button', { name }).first()).toBeEnabled();
}

async function comeBack(): Promise<void> {
	await writer.seat.context.setOffline(false);
	await expect(writer.state).toHaveText('An earlier exercise was closed', { timeout: 20_000 });
	await expect(writer.page.getByText('The facilitator decides.').first()).toBeVisible();
}

/** What waits on the Run page, opened to read. */
async function read(): Promise<void> {
	await expect(desk.getByRole('heading', { name: 'After closing: 1' })).toBeVisible();
	await desk.getByText('What it would change').click();
}

test('R20, R21: what somebody wrote away while the sheet closed is read and left out, or taken in', async () => {
	test.setTimeout(150_000);
	await test.step('a reason stands in the sheet', async () => {
		await writer.saved();
		await writer.show(QUESTION);
		await why().fill('It is open.');
		await writer.saved();
	});
	await test.step('the sheet closes while the writer is away; they come back', async () => {
		await writeAway(`${WORDS} First.`);
		await press(/Close the sheets|Open the (?:next step|exercise)/);
		await new Promise((done) => setTimeout(done, GRACE));
		await comeBack();
	});
	await test.step('the facilitator reads it as text, with who and when', async () => {
		await read();
		const bundle = desk.locator('.bundle');
		await expect(bundle).toContainText(writer.name);
		await expect(bundle).toContainText(QUESTION);
		await expect(bundle.locator('dt')).toHaveText('Reason');
		await expect(bundle.locator('del')).toHaveText('It is open.');
		await expect(bundle.locator('ins')).toHaveText(`${WORDS} First.`);
	});
	await test.step('left out: the words stand aside where they can be copied, and the sheet is as it was', async () => {
		await desk.getByRole('button', { name: 'Leave it out' }).click();
		await expect(desk.getByRole('heading', { name: /After closing/ })).toBeHidden();
		const aside = writer.page.locator('blockquote', { hasText: `${WORDS} First.` }).first();
		await expect(aside).toBeVisible();
		await expect(
			writer.page.getByText('They came after closing, and the facilitator left them out.')
		).toBeVisible();
		await writer.page.getByRole('button', { name: 'Close', exact: true }).first().click();
		await expect(aside).toBeHidden();
	});
	await test.step('opened again and closed once more, another try is taken in', async () => {
		await press(/Step back/);
		await writer.show(QUESTION);
		await expect(why()).toHaveValue('It is open.');
		await writeAway(`${WORDS} Second.`);
		await press(/Close the sheets|Open the (?:next step|exercise)/);
		await new Promise((done) => setTimeout(done, GRACE));
		await comeBack();
		await read();
		await desk.getByRole('button', { name: 'Take it in' }).click();
		await expect(desk.getByRole('heading', { name: /After closing/ })).toBeHidden();
		await writer.saved();
		await expect(writer.page.getByText('Your late changes were taken in.').first()).toBeVisible();
	});
	await test.step('it stands in the results, and what was left out does not', async () => {
		await desk.getByRole('link', { name: 'Report' }).click();
		await expect(desk.getByText(`${WORDS} Second.`)).toBeVisible();
		await expect(desk.getByText(`${WORDS} First.`)).toBeHidden();
	});
});
