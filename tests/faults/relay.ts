import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { io, type Socket } from 'socket.io-client';
import { patience, pause } from './patience';

/** What a bare Socket.IO server needs, which stores and checks nothing. */
export class BareRelay {
	/**
	 * Clients in teams of six come back after a kill, each with one update to pass on.
	 * @returns ms from the moment it listens until every client's update was taken
	 */
	static async comesBack(clients: number): Promise<number> {
		const first = await begin(0);
		let taken = 0;
		let again = false;
		const sockets = Array.from({ length: clients }, (_, at) => {
			const socket: Socket = io(`http://127.0.0.1:${first.port}`, {
				auth: { team: Math.floor(at / 6) },
				forceNew: true,
				rememberUpgrade: true,
				reconnectionDelay: 300,
				reconnectionDelayMax: 1000,
				timeout: 5000
			});
			socket.on('connect', () => {
				if (again) socket.emit('update', Buffer.alloc(60), () => taken++);
			});
			return socket;
		});
		try {
			const all = () => sockets.every((socket) => socket.connected);
			await patience(all, 60_000, () => 'Not everybody reached the relay.');
			await first.end();
			again = true;
			await pause(1500);
			const second = await begin(first.port);
			const ms = await patience(
				() => all() && taken >= clients,
				60_000,
				() => `The relay took ${taken} of ${clients}.`
			);
			for (const socket of sockets) socket.close();
			await second.end();
			return ms;
		} finally {
			for (const socket of sockets) socket.close();
		}
	}
}

async function begin(port: number) {
	const file = fileURLToPath(new URL('./relay-server.mjs', import.meta.url));
	const child = fork(file, [String(port)], { execArgv: [], env: {} });
	const [got] = (await once(child, 'message')) as [number];
	return {
		port: got,
		end: async () => {
			child.kill('SIGKILL');
			await once(child, 'exit');
		}
	};
}
