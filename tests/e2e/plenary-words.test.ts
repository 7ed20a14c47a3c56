import { expect, test } from '@playwright/test';
import { adopt } from '../live/recommend';
import { plenaryStage, type PlenaryStage } from './plenary-stage';
import { trouble } from './trouble';

let stage: PlenaryStage;

test.beforeAll(async ({ browser }) => {
	stage = await plenaryStage(browser);
	const { joint } = await stage.results();
	await adopt(
		stage.here,
		joint.map(({ id }) => id)
	);
});
test.afterAll(() => stage.world.stop());

for (const locale of ['so', 'sw'])
	for (const width of [1024, 1366])
		test(`in ${locale} what a facilitator works on fits ${width} px`, async () => {
			const { desk, here, world } = stage;
			await desk.setViewportSize({ width, height: 768 });
			await desk
				.context()
				.addCookies([{ name: 'PARAGLIDE_LOCALE', value: locale, url: world.origin }]);
			for (const page of [
				'setup',
				'people',
				'teams',
				'run',
				'report',
				'plenary',
				'plenary/merge',
				'plenary/decide',
				'roadmap'
			]) {
				await desk.goto(`/facilitate/${here.id}/${page}`);
				const beyond = () => document.documentElement.scrollWidth - innerWidth;
				expect.soft(await desk.evaluate(beyond), page).toBe(0);
				const bar = await desk.locator('header').first().boundingBox();
				if (width === 1366) expect.soft(bar?.height, page).toBeLessThan(70);
			}
			await expect(desk.locator('[data-cell="status"]').first()).toBeVisible();
			for (const status of await desk.locator('[data-cell="status"]').all())
				expect(
					await status.evaluate((select) => {
						const cell = select.closest('td')?.getBoundingClientRect();
						return select.getBoundingClientRect().right <= (cell?.right ?? 0);
					})
				).toBe(true);
			const what = await desk.locator('tbody th[scope="row"]').first().boundingBox();
			expect(what?.width).toBeGreaterThan(180);
			expect(await trouble(desk)).toEqual([]);
		});
