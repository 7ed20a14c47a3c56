import type { Page } from '@playwright/test';
import { addChoice } from '../../src/lib/sheet/edit';
import { textOf } from '../../src/lib/sheet/read';
import type { Visitor } from '../faults/visitor';
import {
	account,
	begin,
	cockpit,
	enter,
	prepare,
	projector,
	room,
	type Prepared
} from '../live/production';
import { Writer } from '../live/writer';
import { remember } from './prepared';
import type { World } from './world';
import { type Seat } from './world';

const PEOPLE = [
	'Abdi Warsame',
	'Beatrice Njeri',
	'Cumar Jimale',
	'Deeqa Shiil',
	'Esther Otieno',
	'Fadumo Ali'
];

/** A team of the draw, with what lets each of its people in. */
export interface Team {
	id: string;
	name: string;
	people: Visitor[];
}

/** A tool with the reason for it. */
export type Chosen = readonly [tool: string, reason: string];

/** Three teams of two who work the investigation of Two Shores, and write by what their pages would send. */
export class OnPaper {
	readonly world: World;
	here!: Prepared;
	teams: Team[] = [];

	constructor(world: World) {
		this.world = world;
	}

	/** Everybody is in, the first exercise is open. */
	async begin(): Promise<this> {
		const { server } = this.world;
		this.here = await prepare(
			await account(server, 'Rosa'),
			PEOPLE.map((name, at) => `${name},${at % 2 ? 'Somalia' : 'Kenya'},prosecutor,member`),
			{ slug: 'two-shores', title: 'Two Shores, Kilindwe' }
		);
		const { teams } = await begin(this.here, 3);
		for (const { id, name, members } of teams) {
			const people: Visitor[] = [];
			for (const one of members) people.push(await enter(server, this.here.code, one.name));
			this.teams.push({ id, name, people });
		}
		return this;
	}

	/** A team chooses tools for a need. */
	async choose(team: Team, need: string, tools: readonly Chosen[]): Promise<void> {
		const ids = tools.map(([tool]) => tool);
		const layout = { needs: [need], questions: [], tools: ids, recommendations: false };
		await this.#write(team, ({ doc }) => {
			for (const [tool, reason] of tools) {
				const entry = addChoice(doc, layout, { need, tool, country: 'SO' });
				doc.getMap('set').set(`${entry}|asks`, 'Office of the Attorney-General');
				doc.getMap('set').set(`${entry}|executes`, 'Central authority of Somalia');
				textOf(doc, entry, 'reason').insert(0, reason);
			}
		});
	}

	async #write({ people }: Team, edit: (writer: Writer) => void): Promise<void> {
		const [visitor] = people as [Visitor];
		const { exercise } = await room(visitor, this.here.code);
		const { origin } = this.world.server;
		const writer = new Writer(origin, visitor.cookie, this.here.code, exercise?.sheet ?? '');
		await writer.join();
		edit(writer);
		const taken = await writer.send(writer.taken());
		if (taken.what !== 'kept') throw new Error(`not kept: ${JSON.stringify(taken)}`);
		writer.close();
	}

	/** Opens the next stage of a kind. */
	async open(kind: string): Promise<void> {
		const { agenda, stage } = await cockpit(this.here);
		const at = agenda.findIndex(({ id }) => id === stage?.id);
		const next = agenda.slice(at + 1).find((one) => one.kind === kind);
		await this.here.leads.act(`/facilitate/${this.here.id}/run?/open`, [
			['stage', next?.id ?? ''],
			['expected', stage?.id ?? '']
		]);
	}

	/** Whoever leads, at a browser of their own. */
	async desk(): Promise<Page> {
		const seat = await this.world.seat();
		await remember(seat.context, this.here.leads, this.world.origin);
		return seat.page;
	}

	/** Somebody of a team, at a browser of their own. */
	async sit(visitor: Visitor, ...how: Parameters<World['seat']>): Promise<Seat> {
		const seat = await this.world.seat(...how);
		await remember(seat.context, visitor, this.world.origin);
		return seat;
	}

	/** The room's projector. */
	async wall(): Promise<Page> {
		const seat = await this.world.seat({ width: 1920, height: 1080 });
		const screen = await projector(this.world.server, this.here);
		await remember(seat.context, screen, this.world.origin);
		return seat.page;
	}
}
