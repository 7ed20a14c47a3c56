import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import type { Results } from '../../src/lib/report/results';
import { readDocx, readXlsx } from '../fixtures/read-files';
import { account, type Prepared } from '../live/production';
import { adopt } from '../live/recommend';
import { recommending } from '../live/recommending';
import { remember } from './prepared';
import { World } from './world';

let world: World;
let here: Prepared;
let desk: Page;

test.beforeAll(async ({ browser }) => {
	world = await new World(browser, 'scenarios').start();
	const leads = await account(world.server, 'Rosa');
	const made = await recommending(world.server, leads, {
		title: 'Two Shores, Kilindwe',
		people: 6,
		teams: 2,
		texts: (team) => [`Each side names one contact T${team}`, `يسمّي كل طرف جهة اتصال T${team}`]
	});
	here = made.here;
	for (const writer of made.writers) writer.close();
	const { joint } = (await leads.json(`/facilitate/${here.id}/results.json`)) as Results;
	await adopt(
		here,
		joint.slice(0, 2).map(({ id }) => id)
	);
	const seat = await world.seat();
	await remember(seat.context, leads, world.origin);
	desk = seat.page;
	await desk.goto(`/facilitate/${here.id}/report`);
});
test.afterAll(() => world.stop());

/** Presses a link, and keeps what comes. */
async function download(name: string): Promise<{ name: string; bytes: Buffer }> {
	const [file] = await Promise.all([
		desk.waitForEvent('download'),
		desk.getByRole('link', { name, exact: true }).click()
	]);
	return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

const word = async () => {
	const { bytes } = await download('Word');
	return (await readDocx(bytes)).text;
};

test('the report comes as Word and as a spreadsheet, whole', async () => {
	const { name, bytes } = await download('Word');
	expect(name).toBe('Two Shores, Kilindwe.docx');
	const { paragraphs } = await readDocx(bytes);
	expect(paragraphs[0]).toBe('Joint roadmap');
	for (const text of [
		'Each side names one contact T0',
		'يسمّي كل طرف جهة اتصال T1',
		'Kenya, prosecutor'
	])
		expect(paragraphs.join('\n')).toContain(text);
	const sheet = await download('Spreadsheet');
	expect(sheet.name).toBe('Two Shores, Kilindwe.xlsx');
	const [roadmap] = await readXlsx(sheet.bytes);
	expect(roadmap?.sheet).toBe('Joint roadmap');
	expect(roadmap?.data).toHaveLength(3);
});

test('what is ticked off is in no file, and the language is that of the file', async () => {
	await desk.getByText('What is in the files').press('Enter');
	await desk.getByLabel('What each team wrote').press('Space');
	await desk.getByLabel('Names of persons').uncheck();
	await desk.getByLabel('Language of the files').selectOption('Kiswahili');
	for (const name of ['Word', 'Spreadsheet', 'Text', 'CSV', 'Data']) {
		const href = await desk.getByRole('link', { name, exact: true }).getAttribute('href');
		expect(href).toMatch(/\/results\.\w+\?without=teams&names=no&language=sw$/);
	}
	const text = await word();
	expect(text).toContain('Mpango kazi wa pamoja');
	expect(text).toContain('Yaliyoachwa nje ya faili hii: Kila timu iliandika nini; Majina ya watu.');
	expect(text).not.toContain('Xirsan');
});

test('on a page of an earlier time the files are of that time', async () => {
	await desk.goto(`/facilitate/${here.id}/report?at=2026-01-01T00:00`);
	const href = await desk.getByRole('link', { name: 'Word' }).getAttribute('href');
	expect(href).toMatch(/\?at=202\d-\d\d-\d\dT/);
	expect(await word()).not.toContain('Each side names');
});
