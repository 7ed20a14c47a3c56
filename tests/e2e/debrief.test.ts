import { expect, test } from '@playwright/test';
import type { Results } from '../../src/lib/report/results';
import type { Visitor } from '../faults/visitor';
import { OnPaper } from './on-paper';
import { trouble } from './trouble';
import { World } from './world';

const NEED = 'call-records';
const TITLE = 'Call records of the second phone';
/** Words of the expert on that need. */
const SAYS = 'the order that names number, period and operator';
const LIAISON = ['police-to-police-liaison', 'They answer the telephone at night.'] as const;
const RECORDS = ['mla-records-production', 'The court wants a certificate.'] as const;

let world: World;
let day: OnPaper;
test.beforeAll(async ({ browser }) => {
	world = await new World(browser, 'scenarios').start();
	day = await new OnPaper(world).begin();
	for (const team of day.teams) await day.choose(team, NEED, [LIAISON, RECORDS]);
});
test.afterAll(() => world.stop());

test('the expert’s view is opened once the teams have committed; they keep or revise', async () => {
	test.setTimeout(90_000);
	const [team, other] = day.teams as [(typeof day.teams)[0], (typeof day.teams)[0]];
	const [first, second] = team.people as [Visitor, Visitor];
	const path = `/room/${day.here.code}/debrief`;
	const plenary = `/facilitate/${day.here.id}/plenary`;
	const desk = await day.desk();
	const [one, mate] = [await day.sit(first), await day.sit(second)];
	const phone = await day.sit(other.people[0] as Visitor, { width: 390, height: 844 });
	const need = (page: typeof desk) => page.getByRole('article', { name: TITLE });

	await test.step('not while a sheet can be written: the page says why, and shows no word of it', async () => {
		await desk.goto(plenary);
		const open = desk.getByRole('listitem').filter({ hasText: 'The investigation' });
		await expect(open).toContainText('Sheets still open: 3 of 3.');
		await expect(open.getByRole('button')).toHaveAttribute('aria-disabled', 'true');
		await expect(desk.locator('body')).not.toContainText(SAYS);
		await mate.page.goto(path);
		await expect(mate.page.getByText('The expert’s view is not open yet.')).toBeVisible();
		await one.page.goto(`/room/${day.here.code}`);
	});
	await test.step('once they are closed the facilitator opens it, after a question', async () => {
		await day.open('debrief');
		await desk.getByRole('button', { name: 'Open the expert’s view' }).first().click();
		await expect(desk.getByText('Open to everybody')).toBeHidden();
		await desk.getByRole('dialog').getByRole('button', { name: 'Open the expert’s view' }).click();
		await expect(desk.getByText('Open to everybody')).toBeVisible();
		await expect(need(desk)).toContainText(SAYS);
		await expect(need(desk)).toContainText('Nothing said yet: ');
	});
	await test.step('rooms show the way there, and the page that waited opens by itself', async () => {
		await expect(need(mate.page)).toContainText(SAYS);
		await expect(one.page.getByText('The expert’s view is open.')).toBeVisible();
		await one.page.getByRole('link', { name: 'Read it' }).click();
		await expect(need(one.page)).toContainText(SAYS);
		await expect(need(one.page)).toContainText(LIAISON[1]);
		await expect(need(one.page).getByText('Pitfall').first()).toBeVisible();
	});
	await test.step('who revises says why, and which tools they would choose now', async () => {
		const form = need(one.page);
		await form.getByRole('button', { name: 'Save for the team' }).click();
		await expect(form.getByRole('alert')).toHaveText('Nothing is chosen. Choose Keep or Revise.');
		await expect(form.getByRole('checkbox')).toHaveCount(0);
		await form.getByRole('radio', { name: 'Revise' }).check();
		await expect(form.getByRole('checkbox', { checked: true })).toHaveCount(2);
		await form.getByRole('checkbox', { name: 'Police-to-police' }).uncheck();
		await form.getByRole('checkbox', { checked: false }).nth(1).check();
		await form.getByRole('button', { name: 'Save for the team' }).click();
		await expect(form.getByRole('alert')).toContainText('A reason is missing.');
		await form.getByLabel('Why?').fill('A message is a lead. The operator must keep it first.');
		await form.getByRole('button', { name: 'Save for the team' }).click();
		await expect(form.getByText(/^Your team revises its choices: /)).toBeVisible();
	});
	await test.step('team-mates see it at once, and what they are typing stays', async () => {
		const elsewhere = mate.page.getByRole('article', { name: 'The account that gave the orders' });
		await elsewhere.getByLabel('Why?').fill('Not sent yet');
		await need(mate.page).getByRole('radio', { name: 'Keep' }).check();
		await need(mate.page).getByRole('button', { name: 'Save for the team' }).click();
		await expect(need(one.page).getByText(/^Your team keeps its choices: /)).toBeVisible();
		await expect(need(one.page).getByRole('radio', { name: 'Keep' })).toBeChecked();
		await need(one.page).getByRole('radio', { name: 'Revise' }).check();
		await need(one.page).getByRole('checkbox', { name: 'Police-to-police' }).uncheck();
		await need(one.page).getByRole('checkbox', { checked: false }).nth(1).check();
		await need(one.page).getByLabel('Why?').fill('First it must be kept.');
		await need(one.page).getByRole('button', { name: 'Save for the team' }).click();
		await expect(need(mate.page).getByText(/^Your team revises its choices: /)).toBeVisible();
		await expect(elsewhere.getByLabel('Why?')).toHaveValue('Not sent yet');
	});
	await test.step('another team has a word of its own, also without scripts', async () => {
		const plain = await day.sit(
			other.people[1] as Visitor,
			{ width: 390, height: 844 },
			{ javaScriptEnabled: false }
		);
		await plain.page.goto(path);
		await expect(need(plain.page).getByText('has not said anything yet')).toBeVisible();
		await need(plain.page).getByRole('radio', { name: 'Keep' }).check();
		await need(plain.page).getByRole('button', { name: 'Save for the team' }).click();
		await expect(need(plain.page).getByText(/^Your team keeps its choices: /)).toBeVisible();
		await phone.page.goto(path);
		await expect(need(phone.page).getByText(/^Your team keeps its choices: /)).toBeVisible();
	});
	await test.step('what changed stands beside the teams’ tools, and in the results', async () => {
		const words = need(desk);
		await expect(words).toContainText('revises its choices');
		await expect(words).toContainText('keeps its choices');
		await expect(words).toContainText('Drops: Direct police-to-police request');
		await expect(words.getByText('Nothing said yet: ')).toBeVisible();
		const { debrief } = JSON.parse(
			await desk.evaluate(
				async (at) => (await fetch(at)).text(),
				`/facilitate/${day.here.id}/results.json`
			)
		) as Results;
		const of = (name: string) => debrief.find((said) => said.team === name);
		expect(of(other.name)).toMatchObject({ need: NEED, verdict: 'keep' });
		expect(of(other.name)?.after).toEqual(of(other.name)?.before);
		expect(of(team.name)).toMatchObject({ verdict: 'revise', before: [LIAISON[0], RECORDS[0]] });
		expect(of(team.name)?.after).not.toContain(LIAISON[0]);
		expect(of(team.name)?.after).toHaveLength(2);
	});
	for (const page of [desk, one.page, phone.page]) expect(await trouble(page)).toEqual([]);
});
