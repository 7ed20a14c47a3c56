import type { Page } from '@playwright/test';

/**
 * Whoever goes to a page by its address, or loads it anew, waits until its scripts have come: on a busy
 * machine that may be long after it was drawn. `waitUntil: 'commit'` waits for nothing.
 */
export function untilAwake(page: Page): void {
	const awake = () => page.waitForFunction(() => !('asleep' in document.documentElement.dataset));
	const { goto, reload } = page;
	page.goto = async (url, how) => {
		const came = await goto.call(page, url, how);
		if (how?.waitUntil !== 'commit') await awake();
		return came;
	};
	page.reload = async (how) => {
		const came = await reload.call(page, how);
		await awake();
		return came;
	};
}

/**
 * Holds back a page's scripts, as slow Wi-Fi does: what the server drew is there, nothing answers yet.
 * @param page before it goes anywhere
 * @returns what lets the scripts come
 */
export async function asleep(page: Page): Promise<() => void> {
	let wake = () => {};
	const awake = new Promise<void>((done) => (wake = done));
	await page.route('**/_app/immutable/**/*.js', async (route) => {
		await awake;
		await route.continue();
	});
	return wake;
}
