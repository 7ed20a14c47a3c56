import fc from 'fast-check';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CLIENT_EVENTS, type ClientEvents, type Handshake } from '../../src/lib/protocol/live';
import type { Joined, Taken } from '../../src/lib/protocol/sheet';
import * as messages from '../../src/lib/server/messages';
import type { WorkshopState } from '../../src/lib/workshop/state';
import { connect, openWorkshop, serve, take } from './workshop';
import { Writer } from './writer';

/** Of each kind of mistake. */
const RUNS = 20;
const SEED = 20261124;

const ofUpdate = v.object({
	sheet: messages.joinSheet.entries.sheet,
	update: v.instance(Uint8Array)
});

/** What every event carries: a new one without its shape fails to compile. */
const SHAPES = {
	'sheet:join': messages.joinSheet,
	'sheet:update': ofUpdate,
	'sheet:catch-up': ofUpdate,
	'presence:move': messages.place,
	'plenary:at': messages.group
} satisfies Record<keyof ClientEvents, { entries: Record<string, v.GenericSchema> }>;

type Event = keyof typeof SHAPES;

/** Events that nobody answers; the second is a facilitator's, and a person's is not heard. */
const UNANSWERED: readonly Event[] = ['presence:move', 'plenary:at'];

let server: Awaited<ReturnType<typeof serve>>;
let state: WorkshopState;
let cookie = '';
let writer: Writer;
let mate: Writer;

beforeAll(async () => {
	server = await serve();
	state = await openWorkshop({ people: 2, teams: 1 });
	const [one, two] = state.division?.teams[0]?.members ?? [];
	const sheet = state.sheets[0]?.id ?? '';
	cookie = await take(state, one?.person ?? '');
	writer = new Writer(server.url, cookie, state.code, sheet);
	mate = new Writer(server.url, await take(state, two?.person ?? ''), state.code, sheet);
	await Promise.all([writer.join(), mate.join()]);
});
afterAll(async () => {
	writer.close();
	mate.close();
	await server.stop();
});

/** A message that would be taken. */
function right(event: Event): Record<string, unknown> {
	const sheet = state.sheets[0]?.id ?? '';
	if (event === 'presence:move') return { at: null, writing: false };
	if (event === 'plenary:at') return { group: null };
	if (event === 'sheet:join')
		return { sheet, client: writer.doc.clientID, vector: new Uint8Array([0]) };
	return { sheet, update: new Uint8Array([0, 0]) };
}

/** Anything that can be sent. */
const anything = fc.oneof(
	fc.jsonValue({ maxDepth: 2 }),
	fc.uint8Array({ maxLength: 40 }),
	fc.constantFrom('', '__proto__', '\u0000', -1, 2 ** 53, 1e300, [], {}, null)
);

/** A code, and not the one that means a bug. */
function expectCode(answer: unknown): void {
	const { why } = answer as Exclude<Joined, { ok: true }> & Extract<Taken, { why: unknown }>;
	expect(why).toMatch(/^[a-z-]+$/);
	expect(why).not.toBe('internal');
}

/** A place is answered by nobody; the connection goes on. */
async function answered(event: Event, message: unknown): Promise<void> {
	if (UNANSWERED.includes(event)) return void writer.tell(event, message);
	expectCode(await writer.anything(event, message));
}

describe.each(CLIENT_EVENTS)('C5: %s', (event) => {
	const shape = SHAPES[event];
	const fields = Object.entries<v.GenericSchema>(shape.entries);

	test.each(fields)('without its field %s, or with one of another type', async (field, schema) => {
		const { [field]: _left, ...rest } = right(event);
		await answered(event, rest);
		const wrong = anything.filter((value) => !v.is(schema, value));
		await fc.assert(
			fc.asyncProperty(wrong, (value) => answered(event, { ...rest, [field]: value })),
			{ numRuns: RUNS, seed: SEED }
		);
	});
	test('with something else instead of a message, or nothing', async () => {
		await answered(event, undefined);
		if (!UNANSWERED.includes(event)) expectCode(await writer.anything(event));
		const odd = anything.filter((value) => !v.is(shape, value));
		await fc.assert(
			fc.asyncProperty(odd, (message) => answered(event, message)),
			{ numRuns: RUNS, seed: SEED }
		);
	});
	test('with fields of the right type and any content: an answer, and never a bug', async () => {
		if (UNANSWERED.includes(event)) return;
		const ids = fc.oneof(
			fc.stringMatching(/^[\w-]{1,40}$/),
			fc.constant(String(right(event).sheet))
		);
		const bytes = fc.uint8Array({ maxLength: 60 });
		const numbers = fc.nat(2 ** 31);
		await fc.assert(
			fc.asyncProperty(ids, bytes, numbers, async (sheet, some, client) => {
				const message =
					event === 'sheet:join' ? { sheet, client, vector: some } : { sheet, update: some };
				const answer = await writer.anything(event, message);
				expect(JSON.stringify(answer)).not.toContain('internal');
				expect(answer).toHaveProperty(event === 'sheet:join' ? 'ok' : 'what');
			}),
			{ numRuns: RUNS, seed: SEED }
		);
	});
	test('and the same connection goes on, and so does the team-mate', async () => {
		expect(writer.online).toBe(true);
		await writer.join();
		expect(await writer.send(writer.write(`after ${event}`))).toEqual({ what: 'kept' });
		expect(await mate.send(mate.write('still here'))).toEqual({ what: 'kept' });
	});
});

describe('C5: a connection', () => {
	const hello = (): Handshake => ({ as: 'person', workshop: state.code, version: 0 });

	async function refusal(auth: unknown): Promise<string> {
		const client = connect(server.url, auth as Handshake, cookie);
		const why = await new Promise<string>((done) => {
			client.once('connect', () => done('in'));
			client.once('connect_error', ({ message }) => done(message));
		});
		client.close();
		return why;
	}

	test.each(['as', 'version', 'workshop'])(
		'without %s, or with one of another type, is refused with a code',
		async (field) => {
			const { [field as 'as']: _left, ...rest } = hello();
			expect(await refusal(rest)).toMatch(/^(?:bad-handshake|not-signed-in)$/);
			const schema = messages.handshake.entries[field as 'as'];
			const wrong = fc.jsonValue({ maxDepth: 2 }).filter((value) => !v.is(schema, value));
			await fc.assert(
				fc.asyncProperty(wrong, async (value) => {
					expect(await refusal({ ...rest, [field]: value })).toBe('bad-handshake');
				}),
				{ numRuns: RUNS, seed: SEED }
			);
		}
	);
});
