import { expect, test, type Page } from '@playwright/test';
import { ready, type Ready } from './prepared';

const KIB = 1024;
/**
 * Yjs 23, Kit and Svelte 36, Socket.IO 14, the interface in all its languages 18, the room itself
 * the rest. A library that slips in unseen goes over it.
 */
const ROOM = 150 * KIB;
const JOIN = 60 * KIB;

let all: Ready;
test.beforeAll(async ({ browser }) => {
	all = await ready(browser);
});
test.afterAll(() => all.world.stop());

/** Bytes of scripts and styles that a browser downloads for a page, as they came over the wire. */
async function weight(page: Page, path: string): Promise<number> {
	const sizes: Promise<number>[] = [];
	page.on('requestfinished', (request) => {
		if (!['script', 'stylesheet'].includes(request.resourceType())) return;
		sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
	});
	await page.goto(path, { waitUntil: 'networkidle' }).catch(() => undefined);
	return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

test('the team’s room weighs at most 150 KiB of scripts and styles', async () => {
	const bytes = await weight(all.member.page, `/room/${all.here.code}`);
	console.log(`room: ${(bytes / KIB).toFixed(1)} KiB`);
	expect(bytes).toBeGreaterThan(20 * KIB);
	expect(bytes).toBeLessThanOrEqual(ROOM);
});

test('the way in weighs at most 60 KiB', async () => {
	const { page } = await all.world.seat();
	const bytes = await weight(page, `/join/${all.here.code}`);
	console.log(`join: ${(bytes / KIB).toFixed(1)} KiB`);
	expect(bytes).toBeGreaterThan(10 * KIB);
	expect(bytes).toBeLessThanOrEqual(JOIN);
});
