import * as Y from 'yjs';
import { patience, pause } from '../../tests/faults/patience';
import { type Client, type Contender, type Running } from './contender';
import { seat, startTyping, type Typist } from './typing';
import { bytesWith, cpuOf, memoryOf } from './watch';

/** One server with so many people. */
export interface LiveRow {
	server: Contender['name'];
	clients: number;
	/** Processor time of the server for each update that reached a team-mate, µs. */
	cpuPerDelivery: number;
	/** From an edit to a team-mate's document, ms. */
	p50: number;
	p99: number;
	/** Both ways, everything above TCP. */
	bytesPerDelivery: number;
	/** KiB. */
	memoryPerClient: number;
	/** From the moment the killed server answers again until everybody is in sync, ms; null: never. */
	resyncMs: number | null;
	/** Updates acknowledged before kill -9 and not on the disk after it; null: it acknowledges none. */
	lostAcknowledged: number | null;
}

/**
 * A room writes for hours, but a server's first hundred thousand messages also pay for being
 * compiled: after 30 s of 300 people a sixth of its time still goes there, after 150 s a hundredth.
 * So before anything is measured everybody together types this often a second, for so many ms.
 */
const WARM = { perSecond: 1000, for: 40_000 };
/** Of each round, before the measuring begins, ms: everybody types, and what had piled up is gone. */
const SETTLE = 2_000;
const AT_ONCE = 16;
/** Longest wait for everybody to be back, ms. */
const BACK = 60_000;

/** A server with everybody in it, and what was measured of it so far. */
export interface Stand {
	contender: Contender;
	server: Running;
	clients: Client[];
	typists: Typist[];
	/** What everybody who came and typed added, KiB. */
	memory: number;
	/** µs */
	cpu: number;
	bytes: number;
	/** ms, of all rounds. */
	latencies: number[];
}

/** Starts a server, lets everybody in and has them type it warm. */
export async function setUp(contender: Contender, people: number): Promise<Stand> {
	const server = await contender.start(people);
	const empty = memoryOf(server.pid);
	const clients = await connectAll(server, people);
	const typists = seat(clients);
	const isIn = () => clients.every((client) => client.inSync);
	await patience(isIn, BACK, () => `Not everybody is in sync with ${contender.name}.`);
	const stopWarming = startTyping(typists, (people / WARM.perSecond) * 1000);
	await pause(WARM.for);
	stopWarming();
	const memory = memoryOf(server.pid) - empty;
	return { contender, server, clients, typists, memory, cpu: 0, bytes: 0, latencies: [] };
}

/** Everybody types at their own pace; after a moment so many ms of it are measured. */
export async function measure(stand: Stand, ms: number): Promise<void> {
	const { server, typists } = stand;
	const stop = startTyping(typists);
	await pause(SETTLE);
	for (const typist of typists) typist.latencies = [];
	const [cpu, bytes] = [cpuOf(server.pid), bytesWith(server.port)];
	await pause(ms);
	stand.cpu += cpuOf(server.pid) - cpu;
	stand.bytes += bytesWith(server.port) - bytes;
	for (const { latencies } of typists) stand.latencies.push(...latencies);
	stop();
}

/** Kills the server while everybody types, and looks what it kept and how it comes back. */
export async function finish(stand: Stand): Promise<LiveRow> {
	const { contender, server, clients, typists } = stand;
	try {
		const stop = startTyping(typists);
		await pause(SETTLE);
		const acknowledged = typists.map((typist) => typist.acknowledged);
		const killed = server.kill();
		stop();
		await killed;
		const stored = server.stored();
		const latencies = stand.latencies.sort((a, b) => a - b);
		return {
			server: contender.name,
			clients: clients.length,
			cpuPerDelivery: round(stand.cpu / latencies.length),
			p50: round(latencies[Math.floor(latencies.length * 0.5)] ?? 0),
			p99: round(latencies[Math.floor(latencies.length * 0.99)] ?? 0),
			bytesPerDelivery: round(stand.bytes / latencies.length),
			memoryPerClient: round(stand.memory / clients.length),
			lostAcknowledged: stored ? lost(typists, acknowledged, [...stored]) : null,
			resyncMs: await resync(server, typists)
		};
	} finally {
		await takeDown(stand);
	}
}

/** Everybody leaves, and the server goes. */
export async function takeDown({ clients, server }: Stand): Promise<void> {
	for (const client of clients) client.close();
	await server[Symbol.asyncDispose]();
}

async function connectAll(server: Running, people: number): Promise<Client[]> {
	const clients: Client[] = [];
	let next = 0;
	const work = async () => {
		for (let at = next++; at < people; at = next++) clients[at] = await server.connect(at);
	};
	await Promise.all(Array.from({ length: AT_ONCE }, work));
	return clients;
}

function lost(typists: Typist[], acknowledged: (number | undefined)[], stored: Y.Doc[]): number {
	const docs = new Map<number, Y.Doc>();
	for (const doc of stored) for (const id of doc.store.clients.keys()) docs.set(id, doc);
	return typists.reduce((sum, typist, at) => {
		const doc = docs.get(typist.client.doc.clientID);
		return sum + typist.missing(acknowledged[at] ?? 0, doc);
	}, 0);
}

/** Starts the server again and waits until all team-mates have the same. */
async function resync(server: Running, typists: Typist[]): Promise<number | null> {
	await server.restart();
	const since = performance.now();
	while (performance.now() - since < BACK) {
		if (typists.every(({ client }) => client.inSync) && areSame(typists))
			return Math.round(performance.now() - since);
		await pause(10);
	}
	return null;
}

/** A relay keeps nothing: there, to be connected is all. */
function areSame(typists: Typist[]): boolean {
	const firsts = new Map<string, Y.Doc>();
	return typists.every(({ client: { room, doc, isRelayed } }) => {
		const first = firsts.get(room) ?? doc;
		firsts.set(room, first);
		return isRelayed || sameVector(doc, first);
	});
}

function sameVector(one: Y.Doc, other: Y.Doc): boolean {
	if (one === other) return true;
	if (one.store.clients.size !== other.store.clients.size) return false;
	for (const id of one.store.clients.keys())
		if (Y.getState(one.store, id) !== Y.getState(other.store, id)) return false;
	return true;
}

const round = (value: number) => Math.round(value * 10) / 10;
