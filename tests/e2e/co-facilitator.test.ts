import { expect, test, type Page } from '@playwright/test';
import { account, begin, enter, prepare, room, type Prepared } from '../live/production';
import { keepAll, openSecond, recommend } from '../live/recommend';
import { Writer } from '../live/writer';
import { remember } from './prepared';
import { trouble } from './trouble';
import { World } from './world';

const SAME = [
	'Exchange a list of contact points with mobile numbers and a deputy for each office',
	'A list of contact points and deputies, with mobile numbers, to be exchanged by the offices'
];
const ALSO = [
	'Train judges in the use of video links for the hearing of witnesses abroad',
	'Judges are trained to hear witnesses abroad by video link'
];

let world: World;
let here: Prepared;
let amina: Page;
let ekow: Page;

test.beforeAll(async ({ browser }) => {
	world = await new World(browser, 'scenarios').start();
	const leads = await account(world.server, 'Amina');
	const people = ['Abdi Warsame', 'Beatrice Njeri', 'Cumar Jimale', 'Deeqa Shiil'];
	here = await prepare(
		leads,
		people.map((name, at) => `${name},${at % 2 ? 'Somalia' : 'Kenya'},prosecutor,member`),
		{ slug: 'two-shores', title: 'Two Shores, Kilindwe' }
	);
	const { teams } = await begin(here, 2);
	await openSecond(here);
	for (const [at, { members }] of teams.entries())
		await recommendAs(members[0]?.name ?? '', [SAME[at] ?? '', ALSO[at] ?? '']);
	const [one, two] = [await world.seat(), await world.seat()];
	await remember(one.context, leads, world.origin);
	amina = one.page;
	ekow = two.page;
});
test.afterAll(() => world.stop());

async function recommendAs(name: string, texts: string[]): Promise<void> {
	const visitor = await enter(world.server, here.code, name);
	const { exercise } = await room(visitor, here.code);
	const writer = new Writer(world.server.origin, visitor.cookie, here.code, exercise?.sheet ?? '');
	await writer.join();
	for (const text of texts) recommend(writer, text);
	await keepAll(writer);
	writer.close();
}

const to = (page: string) => `/facilitate/${here.id}/${page}`;

test('two people lead one workshop, from the link to merging side by side', async () => {
	let link = '';
	await test.step('the owner makes a link, which is shown once', async () => {
		await amina.goto(to('setup'));
		await amina.getByRole('button', { name: 'Make a link' }).click();
		const field = amina.getByLabel('The link for one co-facilitator');
		link = await field.inputValue();
		expect(link).toContain('/facilitate/with/');
		await expect(amina.getByRole('img', { name: 'QR code of the link' })).toBeVisible();
		await amina.getByRole('button', { name: 'Copy' }).click();
		await expect(amina.getByRole('button', { name: 'Copied' })).toBeVisible();
		await amina.reload();
		await expect(field).toBeHidden();
	});

	await test.step('whoever opens it makes an account and is in the cockpit', async () => {
		await ekow.goto(new URL(link).pathname);
		await expect(ekow).toHaveURL(`${world.origin}/facilitate/with`);
		await ekow.getByLabel('Your name').fill('Ekow');
		await ekow.getByLabel('E-mail address').fill('ekow@example.org');
		await ekow.getByLabel('Password').fill('a short sentence');
		await ekow.getByRole('button', { name: 'Lead Two Shores, Kilindwe with Amina' }).click();
		await ekow.waitForURL(`**${to('run')}`);
		await expect(ekow.getByText('Amina holds the controls')).toBeVisible();
	});

	await test.step('the controls are taken by one press, and the other is told', async () => {
		await amina.goto(to('run'));
		await expect(amina.getByText('You hold the controls')).toBeVisible();
		await amina.getByRole('button', { name: 'Close', exact: true }).click();
		await ekow.getByRole('button', { name: '+ 2 minutes' }).click();
		const refused = ekow.getByText('Amina holds the controls. Take them first.');
		await expect(refused).toBeVisible();
		await ekow.getByRole('button', { name: 'Take the controls' }).click();
		await expect(ekow.getByText('You hold the controls')).toBeVisible();
		await expect(refused).toBeHidden();
		await expect(amina.getByText('Ekow took the controls')).toBeVisible();
		await expect(amina.getByText('Ekow holds the controls')).toBeVisible();
	});

	await test.step('what one does the other is told, until they close it', async () => {
		await ekow.getByRole('button', { name: '+ 2 minutes' }).click();
		const word = amina.getByText('Ekow changed the time of this step');
		await expect(word).toBeVisible();
		await amina.getByRole('button', { name: 'Close', exact: true }).click();
		await expect(word).toBeHidden();
		await amina.reload();
		await expect(amina.getByText('Ekow holds the controls')).toBeVisible();
		await expect(word).toBeHidden();
		expect(await trouble(amina)).toEqual([]);
	});

	await test.step('they merge side by side and see who is where', async () => {
		await amina.goto(to('plenary/merge'));
		await ekow.goto(to('plenary/merge'));
		const groups = amina.getByRole('navigation', { name: 'Groups' });
		const first = groups.getByRole('button', { name: /contact points/ });
		const second = groups.getByRole('button', { name: /judges/i });
		const other = ekow.getByRole('navigation', { name: 'Groups' });
		await other.getByRole('button', { name: /contact points/ }).click();
		await expect(first.getByText('Ekow is here')).toBeVisible();
		await other.getByRole('button', { name: /judges/i }).click();
		await expect(second.getByText('Ekow is here')).toBeVisible();
		await expect(first.getByText('Ekow is here')).toBeHidden();
		await first.click();
		await expect(other.getByRole('button', { name: /contact points/ })).toContainText(
			'Amina is here'
		);
		expect(await trouble(amina)).toEqual([]);
		await ekow.getByLabel('Short name').fill('Video links');
		await ekow.getByRole('button', { name: 'Merge these 2' }).click();
		await expect(amina.getByText('Ekow merged “Video links”')).toBeVisible();
		await expect(ekow.getByText('“Video links” merged')).toBeVisible();
		await amina.getByRole('button', { name: 'Merge these 2' }).click();
		await expect(groups.getByText('merged from 2')).toHaveCount(2);
		await expect(ekow.getByText(/^Amina merged/)).toBeVisible();
	});

	await test.step('whoever is removed sees that there is nothing for them', async () => {
		await amina.goto(to('setup'));
		await amina.getByRole('button', { name: 'Remove Ekow' }).click();
		await amina.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
		await expect(ekow.getByText('There is nothing at this address')).toBeVisible();
		await amina.goto(to('run'));
		await expect(amina.getByText(/the controls/)).toBeHidden();
	});
});

test('a link that was used says so, and what to do', async () => {
	const { page } = await world.seat({ width: 390, height: 844 });
	await page.goto('/facilitate/with/used-long-ago');
	await expect(page.getByRole('heading', { name: 'This link works no more' })).toBeVisible();
	await expect(page.getByText('Ask whoever sent it for a new one.')).toBeVisible();
	expect(await trouble(page)).toEqual([]);
});
