import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decoder, Encoder, type Packet } from './parser';

function read(...messages: unknown[]): Packet[] {
	const decoder = new Decoder();
	const packets: Packet[] = [];
	decoder.on('decoded', (packet) => packets.push(packet));
	for (const message of messages) decoder.add(message);
	return packets;
}

const carried = (packet: Packet) => read(...new Encoder().encode(packet))[0];
const event = (...data: unknown[]): Packet => ({ type: 2, nsp: '/', data });

const bytes = () => fc.uint8Array({ maxLength: 300 });
const id = () => fc.option(fc.nat({ max: 2 ** 40 }), { nil: undefined });
const sheet = () => fc.stringMatching(/^[\w-]{1,40}$/);

describe('a packet comes out as it went in', () => {
	const same = (packet: Packet): void => {
		expect(carried(packet)).toEqual(packet);
	};
	const asked = (data: unknown[], number: number | undefined) =>
		number === undefined ? event(...data) : { ...event(...data), id: number };

	test('updates of sheets', () =>
		fc.assert(
			fc.property(
				fc.constantFrom('sheet:update', 'sheet:catch-up', 'sheet:updated'),
				fc.record({ sheet: sheet(), update: bytes() }),
				id(),
				(name, message, number) => same(asked([name, message], number))
			)
		));

	test('their answers', () => {
		for (const what of ['kept', 'known', 'gap'])
			for (const number of [0, 1, 127, 128, 300, 2 ** 40])
				same({ type: 3, nsp: '/', id: number, data: [{ what }] });
		same({ type: 3, nsp: '/', id: 5, data: [{ what: 'refused', why: 'malformed' }] });
	});

	test('anything else with bytes in it', () =>
		fc.assert(
			fc.property(
				fc.record({ sheet: fc.string(), client: fc.nat(), vector: bytes(), update: bytes() }),
				id(),
				(message, number) => same(asked(['sheet:join', message], number))
			)
		));

	test('anything without', () =>
		fc.assert(
			fc.property(fc.array(fc.jsonValue()), id(), (data, number) =>
				same(JSON.parse(JSON.stringify(asked(['presence:move', ...data], number))) as Packet)
			)
		));

	test('who connects, is refused or leaves', () => {
		same({ type: 0, nsp: '/', data: { as: 'person', version: 3 } });
		same({ type: 4, nsp: '/', data: { message: 'not-signed-in' } });
		same({ type: 1, nsp: '/' });
	});
});

describe('on the wire', () => {
	const update = new Uint8Array(30);
	test('an update is one frame that adds its sheet’s id and little else', () => {
		const sent = new Encoder().encode(
			event('sheet:updated', { sheet: '0123456789abcdef', update })
		);
		expect(sent).toHaveLength(1);
		expect((sent[0] as Uint8Array).length).toBe(update.length + 16 + 3);
	});
	test('what holds no bytes is what Socket.IO would send', () => {
		const place = { at: 'notes|text', writing: true };
		expect(new Encoder().encode(event('presence:move', place))).toEqual([
			'2["presence:move",{"at":"notes|text","writing":true}]'
		]);
	});
});

describe('what is no packet throws and nothing comes out', () => {
	test('flipped, cut and appended frames give packets of known types or throw', () => {
		const frames = [
			event('sheet:update', { sheet: 'x'.repeat(16), update: new Uint8Array(9) }),
			event('sheet:join', { sheet: 'x', client: 1, vector: new Uint8Array([0]) }),
			{ type: 3, nsp: '/', id: 300, data: [{ what: 'kept' }] }
		].map((packet) => new Encoder().encode(packet)[0] as Uint8Array);
		const at = fc.nat({ max: 80 });
		fc.assert(
			fc.property(
				fc.constantFrom(...frames),
				at,
				fc.nat({ max: 255 }),
				at,
				(frame, n, byte, end) => {
					const bad = Uint8Array.from(frame);
					if (n < bad.length) bad[n] = byte;
					try {
						for (const { type, data, id } of read(bad.subarray(0, end))) {
							expect([2, 3]).toContain(type);
							expect(Array.isArray(data)).toBe(true);
							expect(id === undefined || Number.isSafeInteger(id)).toBe(true);
						}
					} catch (error) {
						expect(error).toBeInstanceOf(Error);
					}
				}
			),
			{ numRuns: 3000 }
		);
	});

	test.each([
		['nothing', ''],
		['an unknown type', '7[]'],
		['two frames, as Socket.IO sends bytes', '51-["sheet:update",{"_placeholder":true,"num":0}]'],
		['another namespace', '0/admin,'],
		['an event without a name', '2[1]'],
		['an event with a reserved name', '2["disconnect"]'],
		['an answer to nothing', '3[]'],
		['JSON that is none', '2["x"'],
		['an empty frame', new Uint8Array()],
		['an unknown kind', new Uint8Array([9, 0, 0])],
		['a text longer than the frame', new Uint8Array([1, 0, 200, 1, 65])],
		['a number without an end', new Uint8Array(20).fill(255)],
		['no message at all', 5]
	])('%s', (_, message) => {
		expect(() => read(message)).toThrow();
	});

	test('bytes beyond the frame are never read', () => {
		const slab = new Uint8Array(100).fill(65);
		const frame = slab.subarray(10, 14);
		frame.set([1, 0, 40, 65]);
		expect(() => read(frame)).toThrow('too early');
	});

	test('bytes cannot become a prototype', () => {
		const json = new TextEncoder().encode('["x",{}]');
		const field = new TextEncoder().encode('__proto__');
		const frame = new Uint8Array([0, 2, 0, json.length, ...json, 1, field.length, ...field, 0]);
		expect(() => read(frame)).toThrow('no place');
	});
});
