import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type * as Y from 'yjs';
import { addChoice, addContact, addRecommendation, setAnswer } from '../../src/lib/sheet/edit';
import type { Layout } from '../../src/lib/sheet/layout';
import { textOf } from '../../src/lib/sheet/read';
import { Visitor } from '../faults/visitor';
import { account, begin, cockpit, enter, prepare, projector, room } from '../live/production';
import type { Prepared } from '../live/production';
import { Writer } from '../live/writer';
import { lacedScenarios } from './laced';
import { dangerous, detector, lines, PAYLOADS } from './payloads';
import { remember } from './prepared';
import { World, type Seat } from './world';

let laced: ReturnType<typeof lacedScenarios>;
let world: World;
let leads: Visitor;

test.beforeAll(async ({ browser }) => {
	laced = lacedScenarios();
	cpSync('tests/fixtures/scenarios/canary', join(laced.folder, 'canary'), { recursive: true });
	world = await new World(browser, laced.folder).start();
	leads = await account(world.server, 'Rosa');
});
test.afterAll(async () => {
	await world.stop();
	rmSync(laced.folder, { recursive: true });
});

/** A browser without the policy that would stop a script anyway: only the cleaning stands. */
async function watched(visitor?: Visitor): Promise<Seat & { ran: string[] }> {
	const seat = await world.seat(undefined, { bypassCSP: true });
	if (visitor) await remember(seat.context, visitor, world.origin);
	return { ...seat, ran: await detector(seat.context) };
}

async function isClean(page: Page, path: string): Promise<void> {
	await page.goto(path, { waitUntil: 'load' });
	await expect(page.locator('body')).not.toBeEmpty();
	expect(await page.evaluate(dangerous), path).toEqual([]);
}

test('the detector works: put into a page as they are, many of them run', async () => {
	const { page, ran } = await watched();
	await page.goto('/healthz');
	for (let at = 0; at < PAYLOADS.length; at += 40)
		await page.evaluate(
			async (some) => {
				const frames = some.map((text) => {
					const frame = document.createElement('iframe');
					document.body.append(frame);
					frame.contentDocument?.write(text);
					frame.contentDocument?.close();
					return frame;
				});
				await new Promise((done) => setTimeout(done, 250));
				for (const frame of frames) frame.remove();
			},
			PAYLOADS.slice(at, at + 40)
		);
	console.log(`control: ${ran.length} of ${PAYLOADS.length} ran`);
	expect(ran.length).toBeGreaterThanOrEqual(15);
});

test('in a scenario, none runs for whoever reads it before choosing it', async () => {
	test.setTimeout(120_000);
	const { page, ran } = await watched(leads);
	await isClean(page, '/author');
	await isClean(page, '/facilitate/new');
	for (const slug of laced.slugs)
		for (const as of ['facilitator', 'participant']) {
			await isClean(page, `/author/${slug}?as=${as}`);
			if (as === 'facilitator') await expect(page.locator('main')).toContainText('OPEN-SITUATION');
		}
	expect(ran).toEqual([]);
});

/** Looks at a running workshop from every side. */
async function look(here: Prepared, member: Visitor, stage: () => Promise<unknown>): Promise<void> {
	const leader = await watched(leads);
	const person = await watched(member);
	const wall = await watched();
	await remember(wall.context, await projector(world.server, here), world.origin);
	for (const show of ['lobby', 'teams', 'running']) {
		await here.leads.act(`/facilitate/${here.id}/run?/show`, [['projector', show]]);
		await isClean(wall.page, '/screen');
	}
	await isClean(person.page, `/room/${here.code}`);
	await stage();
	for (const name of ['setup', 'people', 'teams', 'run', 'report'])
		await isClean(leader.page, `/facilitate/${here.id}/${name}`);
	await isClean(leader.page, '/facilitate');
	for (const tab of await person.page.getByRole('tab').all()) {
		await tab.click();
		expect(await person.page.evaluate(dangerous)).toEqual([]);
	}
	expect(await wall.page.evaluate(dangerous)).toEqual([]);
	for (const { ran, context } of [leader, person, wall]) {
		expect(ran).toEqual([]);
		await context.close();
	}
}

test('in a workshop that is held with such scenarios, none runs for anybody', async () => {
	test.setTimeout(120_000);
	for (const slug of laced.slugs.slice(0, 2)) {
		const here = await prepare(leads, ['Abdi One,Kenya,judge,member'], { slug, title: slug });
		const { injects } = await begin(here, 1);
		for (const { id } of injects)
			await here.leads.act(`/facilitate/${here.id}/run?/release`, [['inject', id]]);
		const member = await enter(world.server, here.code, 'Abdi One');
		await look(here, member, async () => undefined);
	}
});

test('in every field that people fill in, none runs for anybody', async () => {
	test.setTimeout(120_000);
	const quoted = (text: string) => `"${text.replace(/"/g, '""')}"`;
	const here = await prepare(
		leads,
		share(90, 0).map((text, n) => `${quoted(`${n} ${text}`)},Kenya,${quoted(text)},member`)
	);
	const set = (page: string, fields: [string, string][]) =>
		leads.act(`/facilitate/${here.id}/${page}`, fields);
	const [title = '', place = ''] = ['<img src=x onerror=alert(1)>', '<svg onload=alert(2)>'];
	await set('setup?/particulars', [
		['title', title],
		['place', place],
		['wifi', title],
		['from', '2027-03-09'],
		['to', '2027-03-09']
	]);
	await set('setup?/add', [
		['name', `Guests ${title}`],
		['kind', 'guest']
	]);
	const { teams } = await begin(here, 8);
	const [first] = teams;
	await set('teams?/team', [
		['team', first?.id ?? ''],
		['name', '<img src=x onerror=alert(3)>'],
		['place', place]
	]);
	await set('setup?/names', [['listed', 'yes']]);
	const { page, ran } = await watched();
	await isClean(page, `/join/${here.code}`);
	expect(ran).toEqual([]);

	const member = await enterAs(here, first?.members[0]?.id ?? '');
	const view = await room(member, here.code);
	await write(here, member, (doc) => {
		const layout: Layout = {
			needs: ['papers', 'telephone'],
			questions: [],
			tools: view.tools.map(({ id }) => id),
			recommendations: false
		};
		for (const [n, text] of share(350, 1).entries()) {
			const id = `contact-${n}`.padEnd(16, '_');
			const contact = addContact(doc, { id, need: 'papers', role: text, institution: text });
			textOf(doc, contact, 'note').insert(0, text);
			const tool = layout.tools[n % layout.tools.length] ?? '';
			const wish = { need: n % 2 ? 'papers' : 'telephone', tool, asks: text, executes: text };
			const entry = addChoice(doc, layout, { ...wish, country: ['KE', 'SO', '-'][n % 3] ?? '-' });
			if (textOf(doc, entry, 'reason').length === 0) {
				textOf(doc, entry, 'reason').insert(0, text);
				textOf(doc, entry, 'safeguards').insert(0, text);
			}
		}
		setAnswer(doc, 'who-signs', 'court');
		textOf(doc, 'answer/who-signs', 'reason').insert(0, PAYLOADS.join('\n').slice(0, 60_000));
	});
	await look(here, member, async () => {
		const { agenda, stage } = await cockpit(here);
		const next = agenda.filter(({ kind }) => kind === 'exercise').at(-1)?.id ?? '';
		await set('run?/open', [
			['stage', next],
			['expected', stage?.id ?? '']
		]);
		await write(here, member, (doc) => {
			const layout = { needs: [], questions: [], tools: [], recommendations: true };
			for (const [n, text] of share(350, 2).entries()) {
				const id = `person-${n}`.padEnd(16, '_');
				const horizon = (['immediate', 'short', 'medium', 'long'] as const)[n % 4] ?? 'long';
				const rec = addRecommendation(doc, layout, { id, horizon, countries: ['KE'] });
				textOf(doc, rec, 'text').insert(0, text);
				textOf(doc, rec, 'owner').insert(0, text);
			}
		});
	});
});

/** Every third payload, so that each stands in one field of several that are shown alike. */
function share(most: number, which: number): string[] {
	return lines(most).filter((_, n) => n % 3 === which);
}

/** Takes a name by its id: it may be spelled like nothing that can be searched. */
async function enterAs({ code }: Prepared, person: string): Promise<Visitor> {
	const visitor = new Visitor(world.server.origin);
	const taken = await visitor.act(`/join/${code}`, [['person', person]]);
	expect(taken.type).toBe('redirect');
	return visitor;
}

/** Writes in the sheet of the exercise that is open, as one catch-up. */
async function write(here: Prepared, member: Visitor, edit: (doc: Y.Doc) => void): Promise<void> {
	const { exercise } = await room(member, here.code);
	const { origin } = world.server;
	const writer = new Writer(origin, member.cookie, here.code, exercise?.sheet ?? '');
	await writer.join();
	edit(writer.doc);
	expect(await writer.catchUp(writer.taken())).toEqual({ what: 'kept' });
	writer.close();
}
