import { Comeback } from './comeback';

/** What is needed of a Socket.IO client's manager (`socket.io`). */
interface Manager {
	opts: { transports?: unknown; tryAllTransports?: boolean };
	engine: {
		transport: { name: string };
		once: (event: 'upgrade' | 'close', then: () => void) => unknown;
		on: (event: 'heartbeat', then: () => void) => unknown;
	};
	on: (event: 'open', then: () => void) => unknown;
}

/** What is needed of a Socket.IO client's socket. */
interface Line {
	io: Manager;
	connect: () => unknown;
	disconnect: () => unknown;
}

const CAREFUL = ['polling', 'websocket'];
const DIRECT = ['websocket', 'polling'];

/**
 * Chooses the transport that an attempt begins with. By polling at first: some networks let a
 * WebSocket hang without an error. Once one has worked on this page it comes first, which saves a
 * crowd that returns together five requests each; where it is refused then, polling follows at once.
 * Socket.IO's own `rememberUpgrade` forgets it with the first attempt that finds nobody.
 * @returns to be called when an attempt hung: polling first again
 */
export function preferWhatWorked(manager: Manager): () => void {
	const begin = (transports: string[]) => (manager.opts.transports = transports);
	manager.opts.tryAllTransports = true;
	begin(CAREFUL);
	manager.on('open', () => {
		const worked = () => begin(DIRECT);
		if (manager.engine.transport.name === 'websocket') worked();
		else manager.engine.once('upgrade', worked);
	});
	return () => void begin(CAREFUL);
}

/** What engine.io's client keeps to itself. */
interface Insides {
	_resetPingTimeout: () => void;
}

/**
 * Whatever comes from the server shows that it is there, and not its pings alone: it sends none to
 * whoever it has just answered, if they say so in their handshake (`hearsAll`).
 * @param hear called with everything that comes
 */
export function hearAll(manager: Manager, hear: () => void = () => {}): void {
	manager.on('open', () => {
		const { engine } = manager;
		engine.on('heartbeat', () => {
			(engine as unknown as Insides)._resetPingTimeout();
			hear();
		});
	});
}

/**
 * What brings a socket back, with the transport that worked.
 * @param lost an attempt failed of which Socket.IO says nothing: it was taken and dropped at once
 */
export function comebackOf(socket: Line, lost: () => void): Comeback {
	const doubt = preferWhatWorked(socket.io);
	const comeback = new Comeback({
		open: () => {
			socket.connect();
			socket.io.engine.once('close', () => comeback.tries && lost());
		},
		cut: () => {
			doubt();
			socket.disconnect();
		}
	});
	return comeback;
}
