import { expect, type Page } from '@playwright/test';
import type { TeamOnFile } from '../../src/lib/teams/teams-file';

/** Somebody who leads, at their own browser. */
export class Facilitator {
	readonly page: Page;
	/** Id of the workshop. */
	id = '';

	constructor(page: Page) {
		this.page = page;
	}

	/** Makes the first account with the link that the console printed. */
	async signUp(link: string): Promise<void> {
		const { page } = this;
		await page.goto(link);
		await page.getByLabel('Your name').fill('Rosa');
		await page.getByLabel('E-mail address').fill('rosa@example.org');
		await page.getByLabel('Password').fill('a short sentence');
		await page.getByRole('button', { name: 'Make the account' }).click();
		await page.waitForURL('**/facilitate');
	}

	/** Makes a workshop and brings its people. @param list CSV with a header */
	async prepare(scenario: RegExp, title: string, list: string): Promise<void> {
		const { page } = this;
		await page.goto('/facilitate/new');
		await page.getByRole('radio', { name: scenario }).check();
		await page.getByLabel('Name, as people will see it').fill(title);
		await page.getByLabel('Place and room').fill('Mikoko hall');
		await page.getByRole('button', { name: 'Bring the people' }).click();
		await page.waitForURL('**/people');
		this.id = new URL(page.url()).pathname.split('/')[2] ?? '';
		await page.getByLabel('Paste it here').fill(list);
		await page.getByRole('button', { name: 'Read the list' }).click();
		const people = list.trim().split('\n').length - 1;
		await page.getByRole('button', { name: `Add people: ${people}` }).click();
		await expect(page.getByRole('heading', { name: `People: ${people}` })).toBeVisible();
	}

	/** Lets people join. @returns the code */
	async openDoors(): Promise<string> {
		await this.goTo('setup');
		await this.page.getByRole('button', { name: 'Let people join' }).click();
		await expect(this.page.getByText('People can join now with this code.')).toBeVisible();
		const code = await this.page.locator('aside .code').innerText();
		return code.replace(/\s/g, '');
	}

	/** Draws teams and announces them. */
	async draw(teams: number): Promise<TeamOnFile[]> {
		const { page } = this;
		await this.goTo('teams');
		await page.getByRole('spinbutton', { name: 'Teams' }).fill(String(teams));
		await page.getByRole('spinbutton', { name: 'Draw number' }).fill('7');
		await page.getByRole('button', { name: 'Draw the teams' }).click();
		await page.getByRole('button', { name: 'Announce the teams' }).click();
		await expect(page.getByText('Announced', { exact: true })).toBeVisible();
		return JSON.parse(await this.file('teams.json')) as TeamOnFile[];
	}

	/** Connects the projector that shows these six characters. */
	async pair(characters: string): Promise<void> {
		await this.goTo('run');
		await this.page.getByLabel('Connect a screen').fill(characters);
		await this.page.getByRole('button', { name: 'Connect', exact: true }).click();
		await expect(this.page.getByText('Screens: 1')).toBeVisible();
	}

	/** Presses the one next step until a stage of this name is open, and starts its clock. */
	async open(title: string): Promise<void> {
		await this.goTo('run');
		const { page } = this;
		const now = page.getByRole('heading', { level: 1 });
		const next = page.locator('form[action="?/open"]').getByRole('button');
		for (let step = 0; step < 4; step++) {
			const before = await now.innerText();
			if (before === title) break;
			await next.filter({ hasNotText: 'Step back' }).first().click();
			await expect(now).not.toHaveText(before);
		}
		await expect(now).toHaveText(title);
		const start = page.getByRole('button', { name: 'Start the clock' });
		await start.click();
		await expect(start).toBeHidden();
	}

	/** Releases an inject to everybody it is meant for. */
	async release(title: string): Promise<void> {
		await this.goTo('run');
		const line = this.page.getByRole('listitem').filter({ hasText: title });
		await line.getByRole('button', { name: 'Release', exact: true }).click();
		await expect(line.getByText(/read by/)).toBeVisible();
	}

	/** A file of the workshop, as the browser saves it. */
	file(name: string): Promise<string> {
		return this.page.evaluate(
			async (path) => (await fetch(path)).text(),
			`/facilitate/${this.id}/${name}`
		);
	}

	async goTo(page: 'setup' | 'people' | 'teams' | 'run' | 'report'): Promise<void> {
		const path = `/facilitate/${this.id}/${page}`;
		if (new URL(this.page.url()).pathname !== path) await this.page.goto(path);
	}
}
