import { expect, test } from '@playwright/test';
import type { Results } from '../../src/lib/report/results';
import { CANARIES, maySee } from './canary';
import { Facilitator } from './facilitator';
import { Participant } from './participant';
import { World, type Seat } from './world';
import { expectWritten } from './written';

const LIST = `name,delegation,role
Abdi Warsame,Kenya,prosecutor
Beatrice Njeri,Somalia,judge
Cumar Jimale,Kenya,defence lawyer
Deeqa Shiil,Somalia,investigator
`;
const REGISTRY = 'Public or paid registry check';
const HAND = 'CANARY-INJECT-HAND-TITLE';
const NEWS = 'CANARY-INJECT-HAND-TEXT';

let world: World;
test.beforeAll(async ({ browser }) => {
	world = await new World(browser).start();
});
test.afterAll(() => world.stop());

/** The hidden words that a browser has received. */
async function received({ recorder }: Seat): Promise<string[]> {
	const text = await recorder.text();
	return CANARIES.filter((word) => text.includes(word));
}

/** Words of texts alone: a picture is fetched when it is shown. */
function withoutFiles(words: string[]): string[] {
	return words.filter((word) => !word.startsWith('CANARY-FILE'));
}

test('a workshop, from the first account to the results', async () => {
	test.setTimeout(100_000);
	const desk = await world.seat();
	const leader = new Facilitator(desk.page);
	const wall = await world.seat({ width: 1920, height: 1080 });
	let code = '';
	let teams: Participant[][] = [];
	const [one, two] = [() => teams[0] ?? [], () => teams[1] ?? []];
	const everybody = () => teams.flat();

	await test.step('the facilitator begins with the link that the console printed', async () => {
		await leader.signUp(world.server.firstLink ?? '');
		expect(await leader.page.evaluate(() => window.isSecureContext)).toBe(false);
		await leader.prepare(/Canary/, 'Kilindwe', LIST);
		code = await leader.openDoors();
		await wall.page.goto('/screen');
		const six = /[A-Z2-9]{3} [A-Z2-9]{3}/.exec(await wall.page.locator('body').innerText())?.[0];
		await leader.pair(six ?? '');
		await expect(wall.page.locator('body')).toContainText(`${code.slice(0, 3)} ${code.slice(3)}`);
	});

	await test.step('people join by code and name; then teams are announced', async () => {
		const people = new Map<string, Participant>();
		for (const line of LIST.trim().split('\n').slice(1)) {
			const [name = ''] = line.split(',');
			const person = new Participant(name, await world.seat());
			await person.join(code);
			await expect(person.page.getByText('Teams are drawn in front of you')).toBeVisible();
			people.set(name, person);
		}
		await expect(wall.page.locator('body')).toContainText('Deeqa Shiil');
		const drawn = await leader.draw(2);
		teams = drawn.map(({ members }) => members.map(({ name }) => people.get(name) as Participant));
		for (const { page } of everybody())
			await expect(page.getByText('Nothing to do yet')).toBeVisible();
		for (const [index, { team }] of drawn.entries())
			for (const { page } of teams[index] ?? [])
				await expect(page.getByRole('heading', { level: 1 })).toHaveText(team);
		for (const { seat } of everybody()) expect(await received(seat)).toEqual([]);
	});

	await test.step('somebody takes the part of the defence', async () => {
		const { page } = one()[0] as Participant;
		await page.getByText('Take a part').click();
		await page.getByRole('button', { name: 'defence' }).click();
		await expect(page.getByText('Hand it back')).toBeVisible();
	});

	await test.step('the exercise opens by itself in every room, with what is for each', async () => {
		await leader.open('The lorry');
		for (const person of everybody()) {
			await expect(person.page.getByRole('heading', { name: /OPEN-NEED-ONE/ })).toBeVisible();
			await person.saved();
		}
		const { page } = one()[0] as Participant;
		await page.getByRole('tab', { name: 'Handouts' }).click();
		await expect(page.getByText('CANARY-HANDOUT-DEFENCE-TEXT')).toBeVisible();
		await expect(wall.page.locator('body')).toContainText('The lorry');
	});

	await test.step('two write at once and see each other’s words as they come', async () => {
		const [first, second] = one() as [Participant, Participant];
		const wish = { tool: REGISTRY, asks: 'RED asks', executes: 'RED executes' };
		await first.choose({ ...wish, reason: 'RED open to all' });
		await first.reach('RED registrar', 'RED registry');
		await second.row(REGISTRY).getByRole('button', { name: REGISTRY, exact: true }).click();
		await expect(second.why(REGISTRY)).toHaveValue('RED open to all');
		await second.why(REGISTRY).press('End');
		await Promise.all([
			second.why(REGISTRY).pressSequentially(', and free', { delay: 20 }),
			first.row(REGISTRY).getByRole('button', { name: 'Add safeguards' }).click()
		]);
		await expect(first.why(REGISTRY)).toHaveValue('RED open to all, and free');
		await second.show('Telephone');
		await second.choose({
			...wish,
			tool: 'Extraction of a seized device',
			reason: 'RED an image first'
		});
		await two()[0]?.choose({ ...wish, asks: 'BLUE asks', executes: 'BLUE x', reason: 'BLUE why' });
		await two()[0]?.saved();
	});

	await test.step('a question is answered', async () => {
		const [first, second] = one() as [Participant, Participant];
		await first.show('OPEN-QUESTION-TITLE');
		await first.page.getByLabel('OPEN-OPTION-COURT').check();
		await first.page.getByLabel('Why?').fill('RED the court decides');
		await second.show('OPEN-QUESTION-TITLE');
		await expect(second.page.getByLabel('OPEN-OPTION-COURT')).toBeChecked();
		await expect(second.page.getByLabel('Why?')).toHaveValue('RED the court decides');
	});

	await test.step('offline is a state: what is typed then arrives after', async () => {
		const [first, second] = one() as [Participant, Participant];
		await first.seat.context.setOffline(true);
		await expect(first.state).toHaveText('Offline');
		await first.page.getByLabel('Why?').press('End');
		await first.page.getByLabel('Why?').pressSequentially(', typed offline');
		await second.page.getByLabel('Why?').press('Home');
		await second.page.getByLabel('Why?').pressSequentially('Meanwhile: ');
		await first.seat.context.setOffline(false);
		await first.saved();
		for (const { page } of one())
			await expect(page.getByLabel('Why?')).toHaveValue(
				'Meanwhile: RED the court decides, typed offline'
			);
	});

	await test.step('the server is killed: rooms come back by themselves, nothing is lost', async () => {
		const [first, second] = one() as [Participant, Participant];
		await world.server.stop('SIGKILL');
		await expect(first.state).toHaveText('Offline');
		await first.page.getByLabel('Why?').press('End');
		await first.page.getByLabel('Why?').pressSequentially(', typed meanwhile');
		await world.server.start();
		await first.saved();
		await expect(second.page.getByLabel('Why?')).toHaveValue(/typed meanwhile$/);
	});

	await test.step('an inject is announced in every room and on the wall, and not before', async () => {
		for (const { seat } of everybody())
			expect((await received(seat)).filter((word) => word.includes('INJECT'))).toEqual([]);
		expect(await received(wall)).toEqual([]);
		await leader.release(HAND);
		for (const { page } of everybody())
			await expect(page.locator('[aria-live=polite]').filter({ hasText: HAND })).toBeVisible();
		await expect(wall.page.locator('body')).toContainText(NEWS);
		const { page } = two()[1] as Participant;
		await page.getByRole('button', { name: new RegExp(`^Read.*${HAND}`) }).click();
		await expect(page.getByText(NEWS)).toBeVisible();
		await expect(page.locator('img[src*="inject.png"]').first()).toBeVisible();
		await page.getByRole('tab', { name: 'CANARY-QUESTION-AFTER-TITLE' }).click();
		await page.getByLabel('CANARY-OPTION-AFTER-2').check();
	});

	await test.step('a team is done, and then not after all', async () => {
		const [first, second] = two() as [Participant, Participant];
		await first.done();
		await expect(second.isDone).toBeVisible();
		await expect(leader.page.locator('main')).toContainText('Done');
		await second.page.getByRole('button', { name: 'Not done after all?' }).click();
		await expect(first.isDone).toBeHidden();
	});

	await test.step('priorities in four horizons, in another order by menu and by keyboard', async () => {
		await leader.open('What next');
		const { page } = one()[0] as Participant;
		const [first, second] = one() as [Participant, Participant];
		await first.recommend('Immediate', 'RED list of contacts', 'RED office');
		await first.recommend('Immediate', 'RED joint form', 'RED office');
		await second.recommend('Short term', 'RED memorandum', 'RED ministry');
		await second.recommend('Medium term', 'RED training', 'RED academy');
		await second.recommend('Long term', 'RED treaty', 'RED parliament');
		await page.getByRole('button', { name: 'More for RED joint form' }).click();
		await page.getByRole('menuitem', { name: 'Up, to place 1' }).click();
		await page.getByRole('button', { name: 'RED memorandum', exact: true }).focus();
		await page.keyboard.press('m');
		await expect(page.getByRole('menuitem', { name: 'To immediate' })).toBeVisible();
		while (!(await page.getByRole('menuitem', { name: 'To long term' }).evaluate(isFocused)))
			await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		await first.saved();
		await expect(second.column('Long term')).toContainText('RED memorandum');
		await second.saved();
	});

	await test.step('the results are what was written', async () => {
		await leader.goTo('report');
		await expect(leader.page.locator('main')).toContainText('RED open to all, and free');
		expectWritten(JSON.parse(await leader.file('results.json')) as Results);
		for (const file of ['results.csv', 'results.md'])
			expect(await leader.file(file)).toContain('RED memorandum');
	});

	await test.step('no browser has received what it may not see', async () => {
		for (const [team, mates] of teams.entries())
			for (const [index, { seat }] of mates.entries()) {
				const side = team === 0 ? 'requesting' : 'requested';
				const parts = team === 0 && index === 0 ? ['defence'] : [];
				expect(withoutFiles(await received(seat))).toEqual(
					withoutFiles(maySee({ side, parts, released: true }))
				);
				expect(await received(seat)).not.toContain('CANARY-FILE-EXPERT');
				expect(await seat.recorder.text()).not.toMatch(team === 0 ? /BLUE/ : /RED /);
			}
		expect(withoutFiles(await received(wall))).toEqual(
			withoutFiles(maySee({ projector: true, released: true }))
		);
		expect(await received(two()[1]?.seat ?? wall)).toContain('CANARY-FILE-INJECT');
		expect(await wall.recorder.text()).not.toMatch(/BLUE|RED /);
		// The detector works: whoever leads has received what is sealed.
		expect(await received(desk)).toContain('CANARY-EXPERT-WHY-1');
		for (const { recorder } of [desk, wall, ...everybody().map(({ seat }) => seat)]) {
			expect(recorder.frames).toBeGreaterThan(5);
			expect(recorder.missed).toEqual([]);
			expect(recorder.elsewhere).toEqual([]);
		}
	});
});

function isFocused(element: Element): boolean {
	return element === document.activeElement;
}
