import type { Page } from '@playwright/test';

/**
 * Holds back a page's scripts, as slow Wi-Fi does: what the server drew is there, nothing answers yet.
 * @param page before it goes anywhere
 * @returns what lets the scripts come
 */
export async function asleep(page: Page): Promise<() => void> {
	let wake = () => {};
	const awake = new Promise<void>((done) => (wake = done));
	await page.route('**/_app/immutable/entry/**', async (route) => {
		await awake;
		await route.continue();
	});
	return wake;
}
