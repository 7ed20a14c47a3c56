import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';

let io: Server | undefined;

/** Attaches the live path to a server somebody else made. */
export function attach(http: HttpServer): Server {
	io = new Server(http);
	return io;
}

/** Closes every connection; clients see it and come back. */
export async function detach(): Promise<void> {
	await io?.close();
}
