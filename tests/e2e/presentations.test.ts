import { expect, test, type Page } from '@playwright/test';
import { room } from '../live/production';
import { OnPaper, type Team } from './on-paper';
import { trouble } from './trouble';
import { World } from './world';

const NEEDS = ['call-records', 'account', 'money', 'dhow', 'bag'];
const TOOLS = ['mla-urgent-direct', 'mla-records-production', 'device-forensics'] as const;
const WHY = 'Reasons are left to the speaker.';

let world: World;
let day: OnPaper;
test.beforeAll(async ({ browser }) => {
	world = await new World(browser, 'scenarios').start();
	day = await new OnPaper(world).begin();
	for (const team of day.teams)
		for (const need of NEEDS)
			await day.choose(
				team,
				need,
				TOOLS.map((tool) => [tool, WHY] as const)
			);
});
test.afterAll(() => world.stop());

/** Everything on the wall is there to be read: nothing scrolls, nothing is smaller than 32 px. */
async function expectReadable(wall: Page): Promise<void> {
	const { scrolls, smallest } = await wall.evaluate(() => {
		const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement;
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		const sizes: number[] = [];
		for (let node = walker.nextNode(); node; node = walker.nextNode())
			if (node.textContent?.trim() && node.parentElement?.checkVisibility())
				sizes.push(parseFloat(getComputedStyle(node.parentElement).fontSize));
		return {
			scrolls: scrollHeight - clientHeight + scrollWidth - clientWidth,
			smallest: Math.min(...sizes)
		};
	});
	expect(scrolls).toBe(0);
	expect(smallest).toBeGreaterThanOrEqual(32);
}

test('each team presents in turn, in a drawn order, with its sheet and a clock on the wall', async () => {
	test.setTimeout(90_000);
	const [desk, wall] = [await day.desk(), await day.wall()];
	const [member] = day.teams[0]?.people ?? [];
	const seat = await day.sit(member!);
	const order = desk.locator('ol').filter({ has: desk.getByRole('button', { name: /^Begin/ }) });
	const named = async () =>
		(await order.getByRole('listitem').allInnerTexts()).map(
			(text) => day.teams.find(({ name }) => text.includes(name))?.name ?? ''
		);
	const begin = (team: string) =>
		desk.getByRole('button', { name: new RegExp(`^Begin\\s*: ${team}`) }).click();
	await wall.goto('/screen');
	await day.open('presentations');
	await desk.goto(`/facilitate/${day.here.id}/run`);

	await test.step('the order is drawn with a number; the same number gives it again', async () => {
		const draw = async (number: string) => {
			await desk.getByLabel('Draw number').fill(number);
			await desk.getByRole('button', { name: /^Draw/ }).click();
			await expect(desk.getByText(`Drawn with the number ${number}:`)).toBeVisible();
			return named();
		};
		const first = await draw('7');
		expect(first.toSorted()).toEqual(day.teams.map(({ name }) => name).sort());
		expect((await draw('12')).toSorted()).toEqual(first.toSorted());
		expect(await draw('7')).toEqual(first);
		await desk.getByLabel('It shows').selectOption('presentation');
		await expect(wall.getByRole('heading', { level: 1 })).toHaveText('Who presents when');
		await expect(wall.getByRole('listitem')).toHaveText(first.map((name) => new RegExp(name)));
		await expectReadable(wall);
	});
	const [first = '', second = ''] = await named();
	await test.step('a team begins: its name, its mix, its sheet and its clock stand on the wall', async () => {
		await begin(first);
		await expect(wall.getByRole('heading', { level: 1 })).toHaveText(first);
		await expect(wall.getByText('Somalia 1')).toBeVisible();
		await expect(wall.getByText('Call records of the second phone')).toBeVisible();
		await expect(wall.getByText('Office of the Attorney-General asks').first()).toBeVisible();
		await expect(wall.getByRole('timer')).toContainText(/1[01]:\d\d/);
		await expect(wall.locator('body')).not.toContainText(WHY);
		await expect(desk.getByLabel('Draw number')).toBeHidden();
		expect(await trouble(wall)).toEqual([]);
	});
	await test.step('what does not fit stands on further pages, turned on and back from the desk', async () => {
		const page = wall.getByText(/^Page \d of \d$/);
		await expect(page).toHaveText('Page 1 of 3');
		const seen = new Set<string>();
		const look = async () => {
			await expectReadable(wall);
			const heads = wall.getByRole('heading', { level: 2 });
			for (const head of await heads.all()) {
				const box = await head.boundingBox();
				if (box && box.x >= 0 && box.x + box.width <= 1920) seen.add(await head.innerText());
			}
		};
		for (const number of [1, 2, 3]) {
			await expect(page).toHaveText(`Page ${number} of 3`);
			await look();
			await desk.getByRole('button', { name: 'Next page' }).click();
		}
		expect(seen.size).toBe(NEEDS.length);
		await expect(page).toHaveText('Page 1 of 3');
		await desk.getByRole('button', { name: 'Page back' }).click();
		await expect(page).toHaveText('Page 3 of 3');
	});
	await test.step('the speaker’s clock pauses, goes on and is lengthened', async () => {
		await desk.getByRole('button', { name: 'Pause' }).click();
		await expect(wall.getByText('paused')).toBeVisible();
		await desk.getByRole('button', { name: '+ 1 minute' }).click();
		await expect(wall.getByRole('timer')).toContainText(/1[12]:\d\d/);
		await desk.getByRole('button', { name: 'Go on' }).click();
		await expect(wall.getByText('left to speak')).toBeVisible();
	});
	await test.step('rooms are told who presents, and nothing of the sheet', async () => {
		await seat.page.goto(`/room/${day.here.code}`);
		await expect(seat.page.getByRole('heading', { level: 1 })).toContainText(`· ${first}`);
		const other = day.teams.find(({ name }) => name !== first) as Team;
		const view = await room(other.people[0]!, day.here.code);
		expect(JSON.stringify(view)).not.toContain(WHY);
		expect(view).not.toHaveProperty('presentation');
	});
	await test.step('the next one begins on its first page; the one before has presented', async () => {
		await begin(second);
		await expect(wall.getByRole('heading', { level: 1 })).toHaveText(second);
		await expect(wall.getByText('Page 1 of 3')).toBeVisible();
		await expect(order.getByRole('listitem').first()).toContainText('has presented');
		await expect(seat.page.getByRole('heading', { level: 1 })).toContainText(`· ${second}`);
	});
	await test.step('the server is killed: order, turn and clock are as they were', async () => {
		await world.server.stop('SIGKILL');
		await world.server.start();
		await expect(desk.getByRole('button', { name: 'Done', exact: true })).toBeVisible();
		await expect.poll(named).toContain(first);
		await desk.reload();
		await expect(desk.getByRole('timer').last()).toContainText(/1[01]:\d\d/);
	});
	await test.step('nobody presents any more: the order says who is next', async () => {
		await desk.getByRole('button', { name: 'Done', exact: true }).click();
		await expect(wall.getByRole('heading', { level: 1 })).toHaveText('Who presents when');
		await expect(wall.getByText('is next')).toBeVisible();
		await expect(wall.getByText('has presented')).toHaveCount(2);
	});
	expect(await trouble(desk)).toEqual([]);
});
