import { expect, test, type Page } from '@playwright/test';
import { coLink, enter, projector } from '../live/production';
import { ALONE, plenaryStage, SAME, type PlenaryStage } from './plenary-stage';
import { remember } from './prepared';
import { trouble } from './trouble';

const GUESTS = ['Grace Namara', 'Henry Okello'];

let stage: PlenaryStage;
let second: Page;
let wall: Page;
const phones: Page[] = [];

/** A phone on which somebody has taken their name. */
async function phone(name: string): Promise<Page> {
	const { world, here } = stage;
	const { context, page } = await world.seat({ width: 390, height: 844 });
	await remember(context, await enter(world.server, here.code, name), world.origin);
	return page;
}

const item = (page: Page, text: string) => page.locator('ol > li').filter({ hasText: text });
const say = (page: Page, text: string, what: string) =>
	item(page, text).getByRole('button', { name: what, exact: true }).click();

test.beforeAll(async ({ browser }) => {
	stage = await plenaryStage(browser, GUESTS);
	const { world, here } = stage;
	const taken = new Set(
		(
			await Promise.all(
				stage.teams.map(async ({ visitor }) => {
					const data = await visitor.data(`/room/${here.code}`);
					return (data.view as { me: { name: string } }).me.name;
				})
			)
		).values()
	);
	for (const { visitor } of stage.teams) {
		const { context, page } = await world.seat({ width: 390, height: 844 });
		await remember(context, visitor, world.origin);
		phones.push(page);
	}
	phones.push(await phone(stage.people.find((name) => !taken.has(name)) ?? ''));
	const desk = await world.seat();
	const link = await coLink(here);
	await desk.page.goto(new URL(link, world.origin).pathname);
	await desk.page.getByLabel('Your name').fill('Ekow');
	await desk.page.getByLabel('E-mail address').fill('ekow@example.org');
	await desk.page.getByLabel('Password').fill('a short sentence');
	await desk.page.getByRole('button', { name: /^Lead Two Shores/ }).click();
	await desk.page.waitForURL('**/run');
	second = desk.page;
	const seat = await world.seat({ width: 1920, height: 1080 });
	await remember(seat.context, await projector(world.server, here), world.origin);
	wall = seat.page;
	await wall.goto('/screen');
});
test.afterAll(() => stage.world.stop());

test('the room votes and decides', async () => {
	const { desk, here, results } = stage;
	const [one, two, three, four] = phones as [Page, Page, Page, Page];
	const base = `/facilitate/${here.id}`;

	await test.step('two that are the same are merged first', async () => {
		await desk.goto(`${base}/plenary/merge`);
		await desk.getByLabel('Short name').fill('Contacts');
		await desk.getByRole('button', { name: 'Merge these 2' }).click();
		await expect(desk.getByText('“Contacts” merged')).toBeVisible();
	});

	await test.step('whoever looks before there is a vote is told, and sees it open by itself', async () => {
		await one.goto(`/room/${here.code}/vote`);
		await expect(one.getByText('There is no vote yet')).toBeVisible();
		await four.goto(`/room/${here.code}`);
		await desk.getByRole('link', { name: 'Vote' }).click();
		await expect(desk.getByRole('heading', { level: 1 })).toHaveText(
			'Put 5 recommendations to the vote'
		);
		expect(await trouble(desk)).toEqual([]);
		await desk.getByRole('button', { name: 'Open the vote' }).click();
		await expect(desk.getByRole('heading', { level: 1 })).toHaveText('0 of 8 have voted');
		await expect(one.getByRole('heading', { level: 1 })).toHaveText('Vote: 5 recommendations');
		await four.getByRole('link', { name: 'Vote' }).click();
		await expect(four.getByRole('heading', { level: 1 })).toHaveText('Vote: 5 recommendations');
	});

	await test.step('people say what they think, and may change it', async () => {
		await say(one, 'Contacts', 'Object');
		await say(one, 'Contacts', 'Support');
		await say(one, ALONE[0] ?? '', 'Object');
		await one.getByLabel(/^Why\? This goes into the report/).fill('Nobody pays for it.');
		await one.getByLabel(/^Why\? This goes into the report/).blur();
		await expect(one.getByText('Your votes are saved')).toBeVisible();
		await expect(one.getByText('2 of 5 voted')).toBeVisible();
		expect(await trouble(one)).toEqual([]);
		await one.reload();
		await expect(
			item(one, 'Contacts').getByRole('button', { name: 'Support', pressed: true })
		).toBeVisible();
		await expect(one.getByLabel(/^Why\?/)).toHaveValue('Nobody pays for it.');
	});

	await test.step('the facilitator sees who has voted, not what; the room how many', async () => {
		await expect(desk.getByRole('heading', { level: 1 })).toHaveText('1 of 8 have voted');
		await desk.getByRole('button', { name: 'Show on the projector' }).click();
		await expect(wall.getByText('1 of 8 have voted')).toBeVisible();
		expect(await desk.content()).not.toContain('Nobody pays for it.');
		expect(JSON.stringify(await results())).not.toContain('Nobody pays for it.');
	});

	await test.step('a vote that cannot be sent is kept and sent, through a kill of the server too', async () => {
		await two.goto(`/room/${here.code}/vote`);
		await stage.world.server.stop('SIGKILL');
		await say(two, 'Contacts', 'Support');
		await say(two, SAME[2] ?? '', 'Object');
		await expect(two.getByText('Not sent yet: 2.')).toBeVisible();
		await stage.world.server.start();
		await expect(two.getByText('Your votes are saved')).toBeVisible({ timeout: 15_000 });
		await three.goto(`/room/${here.code}/vote`);
		await four.goto(`/room/${here.code}/vote`);
		for (const page of [three, four]) {
			await say(page, 'Contacts', 'Support');
			await say(page, SAME[2] ?? '', 'Can accept');
			await expect(page.getByText('Your votes are saved')).toBeVisible();
		}
	});

	await test.step('for somebody without a device the facilitator enters it', async () => {
		await expect(desk.getByRole('heading', { level: 1 })).toHaveText('4 of 8 have voted');
		await desk.getByText('Enter a vote for somebody without a device').click();
		await desk.getByLabel('For whom').selectOption({ index: 1 });
		const row = desk.locator('details li').filter({ hasText: 'Contacts' });
		await row.getByText('Support', { exact: true }).click();
		await desk.getByRole('button', { name: 'Enter these votes' }).click();
		await expect(desk.getByRole('heading', { name: /^Not finished: / })).toBeVisible();
		await expect(desk.getByText('1 of them entered by a facilitator.')).toBeVisible();
		await expect(desk.getByRole('heading', { level: 1 })).toHaveText('5 of 8 have voted');
		expect(await trouble(desk)).toEqual([]);
	});

	await test.step('until then nobody was sent what another voted, by whatever way', async () => {
		const others = stage.world.seats.filter(({ page }) => page !== one);
		expect(others.length).toBeGreaterThan(5);
		for (const { recorder } of others)
			expect(await recorder.text()).not.toContain('Nobody pays for it.');
	});

	await test.step('closed, everybody sees the result with its least supportive delegation', async () => {
		await three.evaluate(() => scrollTo(0, document.body.scrollHeight));
		await desk.getByRole('button', { name: 'Close the vote' }).click();
		const dialog = desk.getByRole('dialog');
		await dialog.getByRole('button', { name: 'Close the vote' }).click();
		await expect(desk.getByRole('heading', { level: 1 })).toContainText('The vote was closed at');
		await expect(one.getByRole('heading', { level: 1 })).toHaveText('What the room supports');
		await expect(item(one, 'Contacts').getByText('All: 100 %')).toBeVisible();
		await expect(three.getByRole('heading', { level: 1 })).toBeInViewport();
		const lone = item(one, ALONE[0] ?? '').locator('.groups > li');
		await expect(lone.first().getByText('Too few to show')).toBeVisible();
		for (const page of [one, two, three, four])
			await expect(page.getByText('The vote was closed before this arrived')).toBeHidden();
		await expect(wall.getByRole('heading', { level: 1 })).toHaveText('What the room supports');
		await expect(wall.getByText('Nobody pays for it.')).toBeVisible();
		expect(await trouble(one)).toEqual([]);
		expect(await trouble(wall)).toEqual([]);
		const { joint, vote } = await results();
		expect(vote).toMatchObject({ voters: 5, entitled: 8, proxies: 1, named: false });
		expect(joint.find(({ name }) => name === 'Contacts')?.votes.total).toEqual({
			support: 5,
			accept: 0,
			object: 0
		});
	});

	await test.step('the room decides; an objection stands with what it is about', async () => {
		await second.goto(`${base}/plenary/decide`);
		await second.getByRole('button', { name: 'Reopen' }).click();
		await expect(second.getByText('Rosa holds the controls. Take them first.')).toBeVisible();
		await desk.getByRole('link', { name: 'Decide with the room' }).click();
		const row = (text: string, at = desk) => at.locator('tbody').filter({ hasText: text });
		const adopt = row('Contacts').getByRole('button', { name: 'Adopt' });
		await adopt.press('Enter');
		await expect(adopt).toHaveAttribute('aria-pressed', 'true');
		await expect(adopt).toBeFocused();
		const total = desk.getByRole('link', { name: 'Total' });
		await total.press('Enter');
		await expect(total).toHaveAttribute('aria-current', 'true');
		await expect(total).toBeFocused();
		await row(ALONE[1] ?? '')
			.getByRole('button', { name: 'Adopt' })
			.click();
		await row(ALONE[0] ?? '')
			.getByRole('button', { name: 'Discuss' })
			.click();
		await row(ALONE[2] ?? '')
			.getByRole('button', { name: 'Leave' })
			.click();
		await expect(desk.getByText('2 adopted, 1 to discuss, 1 left out.')).toBeVisible();
		await expect(row(ALONE[0] ?? '').getByText('Nobody pays for it.')).toBeVisible();
		expect(await trouble(desk)).toEqual([]);
		const { joint } = await results();
		const states = Object.fromEntries(joint.map(({ text, state }) => [text, state]));
		expect(states[ALONE[0] ?? '']).toBe('objected');
		expect(states[ALONE[1] ?? '']).toBe('adopted');
		expect(states[ALONE[2] ?? '']).toBe('left-out');
		expect(states[SAME[2] ?? '']).toBe('objected');
		// on a phone too the bars can be held against each other
		await desk.setViewportSize({ width: 390, height: 844 });
		const bars = await row('Contacts').locator('.support svg').all();
		const widths = await Promise.all(bars.map(async (bar) => (await bar.boundingBox())?.width));
		expect(widths.length).toBeGreaterThan(1);
		expect(new Set(widths).size).toBe(1);
		expect(await trouble(desk)).toEqual([]);
	});

	await test.step('what is adopted is the roadmap, with where it comes from', async () => {
		await desk.getByRole('link', { name: 'Make the roadmap' }).click();
		await expect(desk.getByRole('heading', { level: 1 })).toHaveText('Roadmap, 2 recommendations');
		await expect(desk.getByRole('button', { name: /teams: 2, 100 %/ })).toBeVisible();
	});
});
