import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { downloads, weight } from './downloads';
import { ready, remember, type Ready } from './prepared';

/**
 * In KiB. The room: Yjs 18, Svelte 17, Socket.IO 10, its words in one language 3, styles 9, itself the
 * rest. The way in: Kit and Svelte 37. A library that slips in unseen goes over it.
 */
const ROOM = 100;
const JOIN = 60;

let all: Ready;
test.beforeAll(async ({ browser }) => {
	all = await ready(browser);
});
test.afterAll(() => all.world.stop());

test(`the team’s room weighs at most ${ROOM} KiB of scripts and styles`, async () => {
	const kib = weight(await downloads(all.member.page, `/room/${all.here.code}`));
	console.log(`room: ${kib.toFixed(1)} KiB`);
	expect(kib).toBeGreaterThan(20);
	expect(kib).toBeLessThanOrEqual(ROOM);
});

test(`the way in weighs at most ${JOIN} KiB`, async () => {
	const { page } = await all.world.seat();
	const kib = weight(await downloads(page, `/join/${all.here.code}`));
	console.log(`join: ${kib.toFixed(1)} KiB`);
	expect(kib).toBeGreaterThan(10);
	expect(kib).toBeLessThanOrEqual(JOIN);
});

const said = (locale: string): string =>
	JSON.parse(readFileSync(`messages/${locale}.json`, 'utf8')).room_stay_device;

for (const [locale, others] of [
	['en', ['sw', 'so']],
	['so', ['en', 'sw']]
] as const)
	test(`a browser in ${locale} downloads the texts of that language, and no other`, async () => {
		const { page, context } = await all.world.seat(undefined, { locale });
		await remember(context, all.entered, all.world.origin);
		const scripts = await downloads(page, `/room/${all.here.code}`);
		const has = (text: string) => scripts.some((script) => script.text.includes(text));
		expect(has(said(locale))).toBe(true);
		for (const other of others) expect(has(said(other))).toBe(false);
	});
