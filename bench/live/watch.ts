import { subscribe } from 'node:diagnostics_channel';
import { readFileSync } from 'node:fs';
import type { Socket } from 'node:net';

/** Clock ticks of /proc in a second, on every Linux in use. */
const TICKS = 100;

/** Processor time a process has used, µs. Linux only. */
export function cpuOf(pid: number): number {
	const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
	const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	return ((Number(fields[11]) + Number(fields[12])) / TICKS) * 1e6;
}

/** Memory a process holds, KiB. Linux only. */
export function memoryOf(pid: number): number {
	return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}

const sockets = new Map<Socket, number>();
const closed = new Map<number, number>();

subscribe('net.client.socket', (message) => {
	const { socket } = message as { socket: Socket };
	socket.once('connect', () => sockets.set(socket, socket.remotePort ?? 0));
	socket.once('close', () => {
		const port = sockets.get(socket) ?? 0;
		closed.set(port, (closed.get(port) ?? 0) + bytesOf(socket));
		sockets.delete(socket);
	});
});

const bytesOf = (socket: Socket) => socket.bytesRead + socket.bytesWritten;

/** Bytes this process has exchanged with a port, both ways, everything above TCP. */
export function bytesWith(port: number): number {
	let sum = closed.get(port) ?? 0;
	for (const [socket, to] of sockets) if (to === port) sum += bytesOf(socket);
	return sum;
}
