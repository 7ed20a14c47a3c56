import { EventEmitter } from 'node:events';
import { beforeEach, expect, test, vi } from 'vitest';
import { Encoder, type UpdateFrame } from '../protocol/parser';
import { hearUpdates, serverParser } from './hear-updates';

/** What engine.io gives Socket.IO. */
class Connection extends EventEmitter {
	close = vi.fn();
}

let connection: Connection;
let heard: UpdateFrame[];
let end: () => void;

beforeEach(() => {
	connection = new Connection();
	heard = [];
	end = hearUpdates(connection, (update) => heard.push(update));
});

const frame = (event: string, n: number, id?: number) =>
	new Encoder().encode({
		type: 2,
		nsp: '/',
		...(id !== undefined && { id }),
		data: [event, { sheet: 'sheet', update: new Uint8Array([n]) }]
	})[0];

test('updates are heard as they came, each once and in order', () => {
	connection.emit('data', frame('sheet:update', 1, 0));
	connection.emit('data', frame('sheet:catch-up', 2, 300));
	connection.emit('data', frame('sheet:update', 3));
	expect(heard).toEqual([
		{ event: 'sheet:update', id: 0, sheet: 'sheet', update: new Uint8Array([1]) },
		{ event: 'sheet:catch-up', id: 300, sheet: 'sheet', update: new Uint8Array([2]) },
		{ event: 'sheet:update', id: undefined, sheet: 'sheet', update: new Uint8Array([3]) }
	]);
});

test('whatever comes is heard in one of the two ways: here, or by Socket.IO', () => {
	const packets: unknown[] = [];
	const decoder = new serverParser.Decoder();
	decoder.on('decoded', (packet) => packets.push(packet));
	const text = '2["presence:move",{"at":null,"writing":false}]';
	const join = new Encoder().encode({
		type: 2,
		nsp: '/',
		data: ['sheet:join', { sheet: 'sheet', client: 7, vector: new Uint8Array([0]) }]
	})[0];
	for (const message of [text, join, frame('sheet:update', 1)]) {
		connection.emit('data', message);
		decoder.add(message);
	}
	expect(heard).toHaveLength(1);
	expect(packets).toHaveLength(2);
});

test('a frame that ends too early ends the connection', () => {
	connection.emit('data', new Uint8Array([1, 0, 200]));
	expect(heard).toEqual([]);
	expect(connection.close).toHaveBeenCalledOnce();
});

test('after the end nothing is heard', () => {
	end();
	connection.emit('data', frame('sheet:update', 1));
	expect(heard).toEqual([]);
});
