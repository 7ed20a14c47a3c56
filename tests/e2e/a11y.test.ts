import { expect, test } from '@playwright/test';
import { Participant } from './participant';
import { ready, type Ready } from './prepared';
import { trouble } from './trouble';

let all: Ready;
test.beforeAll(async ({ browser }) => {
	all = await ready(browser);
});
test.afterAll(() => all.world.stop());

test.describe('nothing serious is wrong with', () => {
	const outside: [string, () => string][] = [
		['home', () => '/'],
		['the way in', () => `/join/${all.here.code}?q=${all.late.slice(0, 4)}`],
		['sign-in', () => '/facilitate/sign-in']
	];
	for (const [name, path] of outside)
		test(name, async () => {
			const { page } = await all.world.seat();
			await page.goto(path());
			expect(await trouble(page)).toEqual([]);
		});

	const led = {
		'the workshops': '/facilitate',
		'how the computer is doing': '/facilitate/watch',
		Prepare: '/facilitate/new',
		Setup: '/facilitate/[id]/setup',
		People: '/facilitate/[id]/people',
		Teams: '/facilitate/[id]/teams',
		Run: '/facilitate/[id]/run',
		Plenary: '/facilitate/[id]/plenary',
		'its merging': '/facilitate/[id]/plenary/merge',
		'its vote': '/facilitate/[id]/plenary/vote',
		'its decisions': '/facilitate/[id]/plenary/decide',
		'the roadmap': '/facilitate/[id]/roadmap',
		Report: '/facilitate/[id]/report',
		'the scenarios': '/author',
		'a preview': '/author/canary',
		'a preview as participant': '/author/canary?as=participant',
		'the toolbox': '/author/toolbox',
		'a card': '/author/toolbox/police-to-police-liaison'
	};
	for (const [name, path] of Object.entries(led))
		test(name, async () => {
			const { page } = all.leader;
			await page.goto(path.replace('[id]', all.here.id));
			await expect(page.locator('h1').first()).toBeVisible();
			expect(await trouble(page)).toEqual([]);
		});

	test('the projector', async () => {
		const { page } = all.wall;
		await page.goto('/screen');
		await expect(page.locator('main').first()).toBeVisible();
		expect(await trouble(page)).toEqual([]);
	});

	for (const [size, width, height] of [
		['laptop', 1366, 768],
		['phone', 390, 844]
	] as const)
		test(`the room on a ${size}, its drawer, a tool and a question`, async () => {
			const person = new Participant('', all.member);
			const { page } = person;
			await page.setViewportSize({ width, height });
			await page.goto(`/room/${all.here.code}`);
			await person.saved();
			expect(await trouble(page)).toEqual([]);
			if (size === 'phone') {
				await page
					.getByRole('button', { name: /OPEN-NEED-ONE|Papers/ })
					.first()
					.click();
				expect(await trouble(page)).toEqual([]);
			}
			await page
				.getByRole('button', { name: 'Add a tool' })
				.locator('visible=true')
				.first()
				.click();
			await expect(page.getByRole('dialog', { name: 'Add a tool' })).toBeVisible();
			expect(await trouble(page)).toEqual([]);
			await page.keyboard.press('Escape');
			if (size === 'phone') return;
			await person.addTool('Public or paid registry check');
			expect(await trouble(page)).toEqual([]);
			await person.show('OPEN-QUESTION');
			expect(await trouble(page)).toEqual([]);
			await page.getByRole('button', { name: 'We are done' }).locator('visible=true').click();
			expect(await trouble(page)).toEqual([]);
		});
});
