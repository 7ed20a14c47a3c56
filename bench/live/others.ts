import { join } from 'node:path';
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import Database from 'better-sqlite3';
import { io } from 'socket.io-client';
import { SocketIOProvider } from 'y-socket.io';
import { WebsocketProvider } from 'y-websocket';
import WebSocket from 'ws';
import * as Y from 'yjs';
import { roomOf, type Client, type Contender } from './contender';
import { other } from './other';

/** Each with its own client as it comes, one connection a person. */
export const OTHERS: Contender[] = [
	other('socket.io-relay', relayed),
	other('hocuspocus', hocuspocus, hocuspocusStored),
	other('y-websocket', yWebsocket),
	other('y-socket.io', ySocketIo)
];

function relayed(port: number, at: number): Client {
	const [doc, room] = [new Y.Doc(), roomOf(at)];
	const socket = io(`http://127.0.0.1:${port}`, { transports: ['websocket'], forceNew: true });
	socket.on('connect', () => socket.emit('join', room));
	socket.on('update', (update: Uint8Array) => Y.applyUpdate(doc, new Uint8Array(update), socket));
	doc.on('update', (update: Uint8Array, origin: unknown) => {
		if (origin !== socket) socket.emit('update', room, update);
	});
	return {
		doc,
		room,
		isRelayed: true,
		unacknowledged: undefined,
		get inSync() {
			return socket.connected;
		},
		close: () => socket.close()
	};
}

function hocuspocus(port: number, at: number): Client {
	const [doc, room] = [new Y.Doc(), roomOf(at)];
	const websocketProvider = new HocuspocusProviderWebsocket({
		url: `ws://127.0.0.1:${port}`,
		WebSocketPolyfill: WebSocket
	});
	const provider = new HocuspocusProvider({ websocketProvider, name: room, document: doc });
	provider.attach();
	return {
		doc,
		room,
		get unacknowledged() {
			return provider.unsyncedChanges;
		},
		get inSync() {
			return provider.isSynced && provider.unsyncedChanges === 0;
		},
		close: () => {
			provider.destroy();
			websocketProvider.destroy();
		}
	};
}

function* hocuspocusStored(data: string): Generator<Y.Doc> {
	const file = new Database(join(data, 'hocuspocus.sqlite'), { readonly: true });
	const rows = file.prepare('select data from documents').all() as { data: Uint8Array }[];
	file.close();
	for (const row of rows) {
		const doc = new Y.Doc();
		Y.applyUpdate(doc, row.data);
		yield doc;
	}
}

function yWebsocket(port: number, at: number): Client {
	const [doc, room] = [new Y.Doc(), roomOf(at)];
	const provider = new WebsocketProvider(`ws://127.0.0.1:${port}`, room, doc, {
		WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
		disableBc: true
	});
	return {
		doc,
		room,
		unacknowledged: undefined,
		get inSync() {
			return provider.wsconnected && provider.synced;
		},
		close: () => provider.destroy()
	};
}

function ySocketIo(port: number, at: number): Client {
	const [doc, room] = [new Y.Doc(), roomOf(at)];
	const options = { disableBc: true };
	const more = { transports: ['websocket'], forceNew: true };
	const url = `ws://127.0.0.1:${port}`;
	const provider = new SocketIOProvider(url, room, doc, options, more);
	return {
		doc,
		room,
		unacknowledged: undefined,
		get inSync() {
			return provider.socket.connected && provider.synced;
		},
		close: () => provider.destroy()
	};
}
