import { expect, type Locator, type Page } from '@playwright/test';
import type { Seat } from './world';

/** One tool as a team chooses it. */
export interface Wish {
	/** Its name. */
	tool: string;
	asks: string;
	executes: string;
	reason: string;
}

/** Somebody who takes part, at their own browser. */
export class Participant {
	readonly name: string;
	readonly seat: Seat;
	readonly page: Page;

	constructor(name: string, seat: Seat) {
		this.name = name;
		this.seat = seat;
		this.page = seat.page;
	}

	/** Types the code, three letters, and says who they are. */
	async join(code: string): Promise<void> {
		const { page } = this;
		await page.goto('/');
		await page.getByLabel('Code').fill(`${code.slice(0, 3)} ${code.slice(3)}`.toLowerCase());
		await page.getByRole('button', { name: 'Join', exact: true }).click();
		await page.getByLabel('Find your name').pressSequentially(this.name.slice(0, 3));
		await page.getByText(this.name, { exact: true }).click();
		await page.getByRole('button', { name: 'This is me' }).locator('visible=true').click();
		await expect(page.getByText(`You are in, ${this.name}`)).toBeVisible();
	}

	/** Opens a need, a question or the recommendations by its name in the strip. */
	async show(title: string): Promise<void> {
		await this.page.getByRole('tab', { name: title }).click();
	}

	/** Adds a tool to the open need. @returns its row */
	async addTool(name: string): Promise<Locator> {
		const { page } = this;
		await page.getByRole('button', { name: 'Add a tool' }).locator('visible=true').first().click();
		const drawer = page.getByRole('dialog', { name: 'Add a tool' });
		await drawer.getByText('Whole toolbox').click();
		await drawer.getByRole('searchbox').fill(name);
		await drawer.getByRole('button', { name }).first().click();
		await drawer.getByRole('button', { name: 'Add to our tools' }).click();
		await expect(drawer).toBeHidden();
		return this.row(name);
	}

	/** Adds a tool and says who asks, who executes and why. */
	async choose({ tool, asks, executes, reason }: Wish): Promise<void> {
		const row = await this.addTool(tool);
		await this.authority(row, 'Who asks', asks);
		await this.authority(row, 'Who executes', executes);
		await row.getByText('Hours', { exact: true }).click();
		await this.why(tool).fill(reason);
	}

	/** Writes an authority that the card does not offer. */
	async authority(row: Locator, label: string, name: string): Promise<void> {
		await row.getByRole('combobox', { name: label }).selectOption('…');
		const box = row.getByRole('textbox', { name: label });
		await box.fill(name);
		await box.press('Tab');
		await expect(row.getByRole('combobox', { name: label })).toHaveValue(name);
	}

	/** The box for the reason of a tool of the open need. */
	why(tool: string): Locator {
		return this.row(tool).getByLabel('Why this tool, and why in this place?');
	}

	/** A chosen tool of the open need. */
	row(name: string): Locator {
		return this.page.locator('section.tools li').filter({ hasText: name });
	}

	/** Marks an institution the team can reach. */
	async reach(role: string, institution: string): Promise<void> {
		const { page } = this;
		await page.getByRole('button', { name: 'I can reach someone' }).click();
		await page.getByLabel('Which institution or network?').fill(institution);
		await page.getByLabel('Which role there?').fill(role);
		await page.getByRole('button', { name: 'Add this contact' }).click();
		await expect(page.getByText(`${role}, ${institution}`)).toBeVisible();
	}

	/** Writes a recommendation at the end of a horizon. */
	async recommend(horizon: string, text: string, owner: string): Promise<void> {
		const column = this.column(horizon);
		await column.getByRole('button', { name: 'Add a recommendation' }).click();
		await column.getByLabel('What should change?').fill(text);
		await column.getByLabel('Who owns it?').fill(owner);
		await column.getByRole('button', { name: 'Kenya' }).click();
		await column.getByRole('button', { name: 'Fold this row' }).click();
		await expect(column.getByRole('button', { name: text, exact: true })).toBeVisible();
	}

	column(horizon: string): Locator {
		return this.page.getByRole('region', { name: horizon });
	}

	/** "We are done", as the whole team. */
	async done(): Promise<void> {
		const { page } = this;
		await page.getByRole('button', { name: 'We are done' }).locator('visible=true').click();
		const dialog = page.getByRole('dialog', { name: 'Is your team done?' });
		await dialog.getByRole('button', { name: 'We are done' }).click();
		await expect(this.isDone).toBeVisible();
	}

	/** What the page shows once the team is done. */
	get isDone(): Locator {
		return this.page.getByText(/^Done, \d/).locator('visible=true');
	}

	/** Waits until the page says that all is saved. */
	async saved(): Promise<void> {
		await expect(this.state).toHaveText('Saved', { timeout: 20_000 });
	}

	/** What the page says about what is saved. */
	get state(): Locator {
		return this.page.locator('header [role=status] .title');
	}
}
