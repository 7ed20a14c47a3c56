import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { random } from '../../src/lib/teams/random';

/** What the way does to what passes, in Toxiproxy's words. Times in ms. */
export interface Toxics {
	latency?: { latency: number; jitter: number };
	/** Bytes a second, each way of each connection. */
	bandwidth?: number;
	/** So large a share of the packets is held up, and what comes behind them waits. */
	stall?: { share: number; ms: number };
	/** What passes is cut into pieces of at most so many bytes. */
	slicer?: number;
	/** The end of a connection is told so much later. */
	slowClose?: number;
	/** An `Upgrade` is refused, as by firewalls that know no WebSocket. */
	refuseUpgrade?: boolean;
	/** Put into each request, e.g. `x-forwarded-for`. */
	headers?: Record<string, string>;
	/** The address of this machine that the server sees, e.g. 127.0.0.2. */
	from?: string;
}

/** How a link is cut: in order, by a reset, or so that nobody is told and all bytes vanish. */
export type Cut = 'close' | 'reset' | 'vanish';

interface Link {
	client: Socket;
	server: Socket;
	lost: boolean;
}

/** A way to a server on this machine that is as bad as a test wants it. */
export class Proxy {
	toxics: Toxics;
	/** Whoever tries is sent away. */
	down = false;
	/** Nothing gets through, and whoever tries is told nothing. */
	dark = false;
	/** How often an `Upgrade` was refused. */
	refused = 0;
	#random: () => number;
	#to: { host: string; port: number };
	#server: Server;
	#links = new Set<Link>();

	private constructor(to: { host: string; port: number }, toxics: Toxics, seed: number) {
		this.#to = to;
		this.toxics = toxics;
		this.#random = random(seed);
		this.#server = createServer((client) => this.#open(client));
	}

	/** @param to where it leads, e.g. `http://127.0.0.1:3000` */
	static async open(to: string, toxics: Toxics = {}, seed = 1): Promise<Proxy> {
		const { hostname, port } = new URL(to);
		const proxy = new Proxy({ host: hostname, port: Number(port || 80) }, toxics, seed);
		await new Promise<void>((done) => proxy.#server.listen(0, '127.0.0.1', done));
		return proxy;
	}

	/** A way for each of so many people. */
	static each(to: string, people: number, toxics: Toxics = {}): Promise<Proxy[]> {
		const seeds = Array.from({ length: people }, (_, at) => at + 1);
		return Promise.all(seeds.map((seed) => Proxy.open(to, { ...toxics }, seed)));
	}

	/** Where to go instead of to the server. */
	get origin(): string {
		return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
	}

	/** Cuts every link there is. @returns how many there were */
	cut(how: Cut): number {
		const links = [...this.#links].filter((link) => !link.lost);
		for (const link of links) {
			if (how === 'vanish') lose(link);
			else for (const end of [link.client, link.server]) close(end, how);
		}
		return links.length;
	}

	async [Symbol.asyncDispose](): Promise<void> {
		this.down = true;
		const closed = new Promise((done) => this.#server.close(done));
		for (const { client, server } of this.#links) for (const end of [client, server]) end.destroy();
		await closed;
	}

	#open(client: Socket): void {
		client.on('error', () => undefined);
		if (this.down) return void client.resetAndDestroy();
		const { from } = this.toxics;
		const server = connect({ ...this.#to, ...(from && { localAddress: from }) });
		server.on('error', () => undefined);
		const link = { client, server, lost: false };
		this.#links.add(link);
		client.once('close', () => this.#links.delete(link));
		if (this.dark) lose(link);
		client.on(
			'data',
			this.#pass(link, server, (bytes) => this.#request(link, bytes))
		);
		server.on('data', this.#pass(link, client));
	}

	/** One direction, in order, each piece at its time; the end of it comes last. */
	#pass(link: Link, to: Socket, change?: (bytes: Buffer) => Buffer | undefined) {
		const from = to === link.server ? link.client : link.server;
		const queue: { due: number; call: () => void }[] = [];
		let timer: NodeJS.Timeout | undefined;
		const pump = () => {
			timer = undefined;
			while (queue[0] && queue[0].due <= performance.now()) queue.shift()?.call();
			if (queue[0]) timer = setTimeout(pump, Math.ceil(queue[0].due - performance.now()));
		};
		const add = (wait: number, call: () => void) => {
			const due = Math.max(performance.now() + wait, queue.at(-1)?.due ?? 0);
			queue.push({ due, call: () => link.lost || call() });
			if (!timer) pump();
		};
		from.once('close', () => add(this.toxics.slowClose ?? 0, () => to.destroySoon()));
		return (bytes: Buffer): void => {
			const sent = change ? change(bytes) : bytes;
			if (!sent) return;
			const size = this.toxics.slicer ?? sent.length;
			for (let at = 0; at < sent.length; at += size) {
				const piece = sent.subarray(at, at + size);
				const behind = Math.max(0, (queue.at(-1)?.due ?? 0) - performance.now());
				add(this.#wait(piece.length, behind), () => void to.write(piece));
			}
		};
	}

	/** @param behind ms until what was sent before has arrived */
	#wait(bytes: number, behind: number): number {
		const { latency, bandwidth, stall } = this.toxics;
		const jitter = latency ? latency.latency + latency.jitter * (2 * this.#random() - 1) : 0;
		const width = bandwidth ? (bytes / bandwidth) * 1000 : 0;
		const stalled = stall && this.#random() < stall.share ? stall.ms : 0;
		return Math.max(jitter, bandwidth ? behind : 0) + width + stalled;
	}

	/** A request's head comes in one piece: browsers and Node send it so. */
	#request({ client, server }: Link, bytes: Buffer): Buffer | undefined {
		const { headers = {}, refuseUpgrade } = this.toxics;
		const more = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
		if (!more.length && !refuseUpgrade) return bytes;
		const text = bytes.toString('latin1');
		const [line = ''] = /^(?:GET|POST) \S+ HTTP\/1\.1\r\n/.exec(text) ?? [];
		if (line && refuseUpgrade && /^upgrade: websocket/im.test(text)) {
			this.refused++;
			client.end('HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\nconnection: close\r\n\r\n');
			server.destroy();
			return undefined;
		}
		return line ? Buffer.from(line + more.join('') + text.slice(line.length), 'latin1') : bytes;
	}
}

function lose(link: Link): void {
	link.lost = true;
	for (const end of [link.client, link.server]) end.pause();
}

function close(end: Socket, how: Exclude<Cut, 'vanish'>): void {
	if (how === 'reset') end.resetAndDestroy();
	else end.destroy();
}
