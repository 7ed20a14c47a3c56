import { once } from 'node:events';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { db } from '../../src/lib/server/db';
import {
	addCoFacilitator,
	removeCoFacilitator,
	takeControls
} from '../../src/lib/server/db/co-facilitators';
import { event } from '../../src/lib/server/db/schema/workshops';
import { lengthen } from '../../src/lib/server/db/clocks';
import { stateOf } from '../../src/lib/server/state';
import type { ServerChild } from '../faults/child';
import type { Visitor } from '../faults/visitor';
import { account, begin, joinIn, prepare, production } from './production';
import { facilitator, openWorkshop } from './workshop';

describe('a press that is under way while another facilitator takes the controls', () => {
	let server: ServerChild;
	let amina: Visitor;
	let ekow: Visitor;
	beforeAll(async () => {
		server = await production();
		amina = await account(server, 'Amina');
		ekow = await account(server, 'Ekow');
	});
	afterAll(() => server[Symbol.asyncDispose]());

	/** Asks, and sends the form only later. @returns sends it, and gives the answer */
	async function press(who: Visitor, path: string, fields: Record<string, string>) {
		const form = new URLSearchParams(fields).toString();
		const sent = request(new URL(path, server.origin), {
			method: 'POST',
			headers: {
				'content-type': 'application/x-www-form-urlencoded',
				'content-length': form.length,
				accept: 'application/json',
				'x-sveltekit-action': 'true',
				origin: server.origin,
				cookie: who.cookie,
				expect: '100-continue'
			}
		});
		sent.flushHeaders();
		await once(sent, 'continue');
		return async () => {
			sent.end(form);
			const [response] = await once(sent, 'response');
			return text(response);
		};
	}

	test('is refused with the name of who has them now, and nothing is written', async () => {
		const here = await prepare(amina, ['Abdi One,Kenya,judge,member']);
		const { stage, next } = await begin(here, 1);
		await joinIn(here, ekow);
		const path = (rest: string) => `/facilitate/${here.id}/${rest}`;
		const steps = async () =>
			String(await amina.file(path('log.csv')))
				.split('\n')
				.filter((line) => line.includes(',step,'));
		const acts: [string, Record<string, string>][] = [
			['run?/lengthen', { stage: stage?.id ?? '', minutes: '2' }],
			['run?/open', { stage: next?.id ?? '', expected: stage?.id ?? '' }],
			['run?/show', { projector: 'black' }],
			['run?/page', { back: 'yes' }],
			['run?/release', { inject: 'hand' }]
		];
		for (const [act, fields] of acts) {
			await amina.act(path('run?/take'));
			const send = await press(amina, path(act), fields);
			expect(await ekow.act(path('run?/take'))).toMatchObject({ type: 'success' });
			const before = await steps();
			const answer = await send();
			expect(answer, act).toContain('no-controls');
			expect(answer, act).toContain('Ekow');
			expect(await steps(), act).toEqual(before);
		}
	});
});

describe('the controls, asked in the step', () => {
	/** Who led first, and who came. */
	async function two() {
		const owner = facilitator();
		const other = facilitator();
		const { id, openStage } = await openWorkshop({ owner });
		await addCoFacilitator(id, other, null, 1);
		const add = (by: 'clock' | `facilitator:${string}`) => lengthen(id, by, openStage!, 60_000, 2);
		return { id, owner, other, add };
	}

	test('no step of who had them comes after they were taken, however both press', async () => {
		const { id, owner, other, add } = await two();
		for (let times = 0; times < 20; times++) {
			const [from, to] = times % 2 ? [other, owner] : [owner, other];
			const presses = Array.from({ length: 6 }, (_, at) =>
				at === 3 ? takeControls(id, to, 3) : add(`facilitator:${from}`)
			);
			const outcomes = await Promise.all(presses);
			expect(outcomes.slice(4)).toEqual([
				{ ok: false, why: 'no-controls', holder: 'Rosa' },
				{ ok: false, why: 'no-controls', holder: 'Rosa' }
			]);
		}
		const log = db.select().from(event).where(eq(event.workshop, id)).orderBy(event.version).all();
		let holder = `facilitator:${owner}`;
		for (const { what, by } of log) {
			if (what === 'controls-taken') holder = by;
			if (what === 'clock-lengthened') expect(by).toBe(holder);
		}
	});

	test('the clock needs none', async () => {
		const { id, other, add } = await two();
		await takeControls(id, other, 3);
		expect(await add('clock')).toMatchObject({ ok: true });
	});

	test('whoever leads no more takes them from nobody', async () => {
		const { id, owner, other, add } = await two();
		await removeCoFacilitator(id, `facilitator:${owner}`, other, 3);
		await takeControls(id, other, 4);
		expect((await stateOf(id))?.controls).toBe(owner);
		expect(await add(`facilitator:${owner}`)).toMatchObject({ ok: true });
		expect(await add(`facilitator:${other}`)).toMatchObject({ why: 'no-controls' });
	});
});
