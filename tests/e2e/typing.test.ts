import { expect, test, type Page } from '@playwright/test';
import { build, type Rollup } from 'vite';

/** What tests/fixtures/typing-page.ts puts on the window. */
interface Typing {
	mate: (at: number, remove: number, insert: string) => string;
	both: () => string[];
	caret: () => number[];
	select: (from: number, to: number) => void;
	detach: () => void;
}

let script = '';

test.beforeAll(async () => {
	const made = await build({
		configFile: false,
		logLevel: 'silent',
		build: {
			write: false,
			minify: false,
			lib: { entry: 'tests/fixtures/typing-page.ts', formats: ['iife'], name: 'typing' }
		}
	});
	const [first] = [made].flat() as Rollup.RollupOutput[];
	script = first?.output[0].code ?? '';
});

test.beforeEach(async ({ page }) => {
	await page.goto(
		'data:text/html,<meta charset=utf-8><textarea rows=5 style=font-family:sans-serif></textarea>'
	);
	await page.addScriptTag({ content: script });
	await page.locator('textarea').focus();
});

/** Calls one of the page's functions. */
function call<K extends keyof Typing>(
	page: Page,
	name: K,
	...args: Parameters<Typing[K]>
): Promise<ReturnType<Typing[K]>> {
	return page.evaluate(
		([key, list]) => {
			const { page } = window as unknown as { page: Record<string, (...a: unknown[]) => unknown> };
			return page[key]?.(...list) as never;
		},
		[name, args] as [string, unknown[]]
	);
}

async function all(page: Page, words: string) {
	expect(await call(page, 'both')).toEqual([words, words, words]);
}

test('both see what is typed, and a caret stays with its words', async ({ page }) => {
	await page.keyboard.type('Ask Somalia 😀');
	await all(page, 'Ask Somalia 😀');
	await call(page, 'select', 4, 11);
	await call(page, 'mate', 0, 0, 'First: ');
	expect(await call(page, 'caret')).toEqual([11, 18]);
	await page.keyboard.type('Kenya');
	await all(page, 'First: Ask Kenya 😀');
	await call(page, 'mate', 0, 7, '');
	expect(await call(page, 'caret')).toEqual([9, 9]);
	await page.keyboard.press('Backspace');
	await all(page, 'Ask Keny 😀');
});

test('undo takes back only one’s own words', async ({ page }) => {
	await page.keyboard.type('mine');
	await call(page, 'mate', 4, 0, ' theirs');
	await page.keyboard.press('Control+z');
	await all(page, ' theirs');
	await page.keyboard.press('Control+Shift+z');
	await all(page, 'mine theirs');
});

test('a word that is being composed is not disturbed, and nothing is lost', async ({ page }) => {
	await page.keyboard.type('one ');
	const keyboard = await page.context().newCDPSession(page);
	await keyboard.send('Input.imeSetComposition', {
		text: 'tw',
		selectionStart: 2,
		selectionEnd: 2
	});
	await call(page, 'mate', 0, 0, 'zero ');
	await keyboard.send('Input.imeSetComposition', {
		text: 'two',
		selectionStart: 3,
		selectionEnd: 3
	});
	await keyboard.send('Input.insertText', { text: 'two' });
	await all(page, 'zero one two');
	await page.keyboard.type('!');
	await all(page, 'zero one two!');
});

test('a very long paste is cut to what one update carries', async ({ page }) => {
	await page.locator('textarea').fill('ẓ'.repeat(40_000));
	const [mine = '', theirs, box] = await call(page, 'both');
	expect(new TextEncoder().encode(mine).length).toBeLessThanOrEqual(64 * 1024);
	expect(mine.length).toBeGreaterThan(20_000);
	expect([theirs, box]).toEqual([mine, mine]);
});

test('a box that is gone changes nothing any more', async ({ page }) => {
	await page.keyboard.type('kept');
	await call(page, 'detach');
	await page.keyboard.type(' not');
	await call(page, 'mate', 0, 0, 'still ');
	expect((await call(page, 'both')).slice(0, 2)).toEqual(['still kept', 'still kept']);
});
