import { join } from 'node:path';
import Database from 'better-sqlite3';
import { vi } from 'vitest';
import { Connection } from '../../src/lib/live/connection.svelte';
import { LiveSheet } from '../../src/lib/live/sheet.svelte';
import type { RoomView } from '../../src/lib/view/room';
import { deskOf } from './desk';
import { patience } from './patience';
import type { Person } from './person';
import { Proxy, type Toxics } from './proxy';
import type { Stage } from './stage';

/** The page's own code without a window: a second tab of somebody, on a way of its own. */
export class Page implements AsyncDisposable {
	readonly sheet: LiveSheet;
	readonly way: Proxy;
	#log: Database.Database;
	#close: (() => void)[];
	#typed: string[] = [];

	constructor(stage: Stage, person: Person, way: Proxy, version: number) {
		const view = person.view as RoomView;
		const layout = deskOf(person, Math.random)?.layout;
		if (!layout || !view.exercise?.sheet) throw new Error(`${person.who.name} has no desk.`);
		const who = { as: 'person', workshop: stage.code } as const;
		const connection = new Connection(who, { version, now: Date.now(), parts: view });
		this.way = way;
		this.sheet = new LiveSheet(view.exercise.sheet, layout, connection);
		vi.stubGlobal('location', { protocol: 'http:', host: new URL(way.origin).host });
		vi.stubGlobal('window', new EventTarget());
		vi.stubGlobal('document', new EventTarget());
		vi.stubGlobal('navigator', { onLine: true });
		this.#close = [this.sheet.connect(), connection.connect()];
		const file = join(stage.server.data, 'baraza.sqlite');
		this.#log = new Database(file, { readonly: true });
	}

	/** How often something was typed. */
	get typed(): number {
		return this.#typed.length;
	}

	/** Types a word, and reads it at once. */
	type(): void {
		const word = `page-${String(this.#typed.length).padStart(5, '0')} `;
		const notes = this.sheet.text('notes', 'text');
		notes.insert(notes.length, word);
		if (!notes.toString().includes(word)) throw new Error(`${word} is not there.`);
		this.#typed.push(word);
	}

	/** Words that the disk lacks. */
	missing(): string[] {
		const rows = this.#log
			.prepare('select bytes from "update" where sheet = ?')
			.pluck()
			.all(this.sheet.id) as Buffer[];
		const log = rows.map((bytes) => bytes.toString('latin1')).join('|');
		return this.#typed.filter((word) => !log.includes(word));
	}

	async [Symbol.asyncDispose](): Promise<void> {
		for (const close of this.#close) close();
		vi.unstubAllGlobals();
		this.#log.close();
		await this.way[Symbol.asyncDispose]();
	}
}

/**
 * Opens somebody's page by a way of this kind.
 * @param version of the workshop that the page was loaded with
 */
export async function openPage(
	stage: Stage,
	person: Person,
	toxics: Toxics,
	version = person.version
): Promise<Page> {
	const headers = { ...toxics.headers, cookie: person.cookie };
	const way = await Proxy.open(stage.server.origin, { ...toxics, headers });
	const page = new Page(stage, person, way, version);
	await patience(
		() => page.sheet.ready,
		60_000,
		() => 'The page did not get its sheet.'
	);
	return page;
}
