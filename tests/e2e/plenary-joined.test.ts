import { expect, test, type Page, type Route } from '@playwright/test';
import type { Source } from '../../src/lib/plenary/joint';
import type { Visitor } from '../faults/visitor';
import type { Prepared } from '../live/production';
import { ALIKE, ALONE, plenaryStage, SAME, type PlenaryStage } from './plenary-stage';
import { trouble } from './trouble';
import type { World } from './world';

test.describe.configure({ mode: 'serial' }); // the second begins where the first ended

let world: World;
let desk: Page;
let here: Prepared;
let leads: Visitor;
let recommends: PlenaryStage['recommends'];
let results: PlenaryStage['results'];

test.beforeAll(async ({ browser }) => {
	({ world, desk, here, leads, recommends, results } = await plenaryStage(browser));
});
test.afterAll(() => world.stop());

test('what fits into a joint recommendation is suggested, put to it by button or by keys, and dismissed', async () => {
	const middle = desk.locator('section.middle');
	const groups = desk.getByRole('navigation', { name: 'Groups' });
	const suggested = groups.getByRole('button', { name: 'may belong to “Contacts”' });
	const put = desk.getByRole('button', { name: 'Put to “Contacts”' });
	const undo = desk.getByRole('button', { name: 'Undo' });
	const merged = async () => (await results()).joint.filter((one) => one.merged);
	/** Another facilitator puts something else of the team of `ALIKE` to the joint one. */
	const samePut = async () => {
		const page = `/facilitate/${here.id}/plenary/merge`;
		const { alone } = await leads.data(page);
		const [joint] = await merged();
		await leads.act(`${page}?/merge`, [
			['into', joint?.id ?? ''],
			['source', (alone as Source[]).find((one) => one.text === SAME[2])?.id ?? '']
		]);
	};
	const text = 'Each office names a contact and a deputy.';
	await desk.goto(`/facilitate/${here.id}/plenary/merge`);
	await desk.getByLabel('Text', { exact: true }).fill(text);
	await desk.getByLabel('Short name').fill('Contacts');
	await desk.getByRole('button', { name: 'Merge these 2' }).click();
	await expect(middle.getByRole('heading', { level: 1 })).toHaveText('Contacts');
	await recommends(2, ALIKE);
	await desk.reload();

	await test.step('it says why, and nothing is put there by itself', async () => {
		await suggested.click();
		await expect(middle.getByRole('heading', { level: 1 })).toHaveText(
			'Does this belong to “Contacts”?'
		);
		await expect(
			middle.getByText('the same words: offices, exchange, deputies, mobile and numbers')
		).toBeVisible();
		await expect(middle.getByText('the same owner: Central authorities')).toBeVisible();
		for (const said of [ALIKE, SAME[0], SAME[1]])
			await expect(middle.getByText(said ?? '')).toBeVisible();
		expect((await merged()).map(({ sources }) => sources.length)).toEqual([2]);
		expect(await trouble(desk)).toEqual([]);
	});
	await test.step('one press puts it there: the name and words stay, every source is in it', async () => {
		await put.click();
		await expect(middle.getByRole('heading', { level: 1 })).toHaveText('Contacts');
		await expect(middle.getByRole('listitem')).toHaveCount(3);
		await expect(suggested).toBeHidden();
		const [joint] = await merged();
		expect(joint).toMatchObject({ name: 'Contacts', text });
		expect(joint?.sources.map((one) => one.text)).toEqual(
			expect.arrayContaining([ALIKE, SAME[0], SAME[1]])
		);
	});
	await test.step('undone it is suggested again, and put there by keys', async () => {
		await undo.press('Enter');
		await suggested.press('Enter');
		await put.press('Enter');
		await expect(middle.getByRole('listitem')).toHaveCount(3);
		await expect(middle.getByRole('heading', { level: 1 })).toBeFocused();
		await expect(middle.getByRole('heading', { level: 1 })).toHaveText('Contacts');
	});
	await test.step('taken out it is suggested again; dismissed it is not, until that is undone', async () => {
		const row = middle.getByRole('listitem').filter({ hasText: ALIKE });
		await row.getByRole('button', { name: 'Take out' }).click();
		await suggested.click();
		await desk.getByRole('button', { name: 'Not the same' }).click();
		await expect(desk.getByText('Said to be not the same')).toBeVisible();
		await expect(suggested).toBeHidden();
		await desk.reload();
		await expect(groups.getByText('merged from 2')).toBeVisible();
		await expect(desk.getByText('No two are alike.')).toBeVisible();
		await expect(suggested).toBeHidden();
		await undo.click();
		await expect(suggested).toBeVisible();
	});
	await test.step('while it is looked at another puts something of the same team there: it is not asked any more', async () => {
		await suggested.click();
		await expect(put).toBeVisible();
		await samePut();
		await expect(groups.getByText('merged from 3')).toBeVisible();
		await expect(put).toBeHidden();
		await undo.click();
		await expect(suggested).toBeVisible();
	});
	await test.step('pressed in the moment in which another does that, it is told, and the team is there once', async () => {
		await suggested.click();
		const pressed = async (route: Route) => {
			await samePut();
			await route.continue();
		};
		await desk.route(/\?\/merge$/, pressed, { times: 1 });
		await put.click();
		await expect(middle.getByRole('alert')).toContainText('Somebody else changed this meanwhile.');
		expect((await merged()).map(({ sources }) => sources.length)).toEqual([3]);
		await undo.click();
		await expect(suggested).toBeVisible();
	});
	expect(await trouble(desk)).toEqual([]);
});

test('two joint recommendations that may be one become one, in the words that are chosen', async () => {
	const page = `/facilitate/${here.id}/plenary/merge`;
	const middle = desk.locator('section.middle');
	const { alone } = await leads.data(page);
	const idOf = (text: string) => (alone as Source[]).find((one) => one.text === text)?.id ?? '';
	const also = [idOf(ALIKE), idOf(ALONE[0] ?? '')];
	await leads.act(`${page}?/merge`, [
		...also.map((id): [string, string] => ['source', id]),
		['name', 'Duty list'],
		['text', ALIKE],
		['horizon', 'short']
	]);
	await desk.reload();
	const groups = desk.getByRole('navigation', { name: 'Groups' });
	await groups.getByRole('button', { name: /^Duty list/ }).click();
	const moot = middle.getByRole('listitem').filter({ hasText: ALONE[0] });
	await moot.getByRole('button', { name: 'Take out' }).click();

	await groups.getByRole('button', { name: 'Duty list may belong to “Contacts”' }).click();
	await expect(middle.getByRole('heading', { level: 1 })).toHaveText(
		'Are these the same recommendation?'
	);
	await expect(desk.getByRole('radio', { name: 'Contacts' })).toBeChecked();
	await desk.getByRole('radio', { name: 'Contacts' }).press('ArrowDown');
	await expect(desk.getByRole('radio', { name: 'Duty list' })).toBeChecked();
	expect(await trouble(desk)).toEqual([]);
	await desk.getByRole('button', { name: 'Put to “Duty list”' }).press('Enter');
	await expect(middle.getByRole('heading', { level: 1 })).toHaveText('Duty list');
	const merged = (await results()).joint.filter((one) => one.merged);
	expect(merged).toMatchObject([{ name: 'Duty list', text: ALIKE }]);
	expect(merged[0]?.sources.map((one) => one.text)).toEqual(
		expect.arrayContaining([ALIKE, SAME[0], SAME[1]])
	);
});
