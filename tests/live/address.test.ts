import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces, type NetworkInterfaceInfo } from 'node:os';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { insertScreen, screenByToken } from '../../src/lib/server/db/screens';
import { addressFor } from '../../src/lib/server/addresses';
import { attach, detach } from '../../src/lib/server/live';
import { newToken } from '../../src/lib/server/random';
import { cockpitSnapshot } from '../../src/lib/server/viewers';
import { pairScreen } from '../../src/lib/server/workshops';
import type { Changed } from '../../src/lib/protocol/live';
import type { WorkshopState } from '../../src/lib/workshop/state';
import { connect, openWorkshop, type Client } from './workshop';

vi.mock('node:os', async (original) => ({
	...(await original<object>()),
	networkInterfaces: vi.fn()
}));

/** What the room's network gives this computer. */
function lease(address: string): void {
	const card = { address, family: 'IPv4', internal: false } as NetworkInterfaceInfo;
	vi.mocked(networkInterfaces).mockReturnValue({ wlan0: [card] });
}

let state: WorkshopState;
let screen: Client;
let port = 0;
const changes: Changed[] = [];
const said = vi.spyOn(console, 'log').mockImplementation(() => undefined);

beforeAll(async () => {
	lease('192.168.8.20');
	const http = createServer((_, res) => res.end());
	attach(http);
	await new Promise<void>((done) => http.listen(0, done));
	port = (http.address() as AddressInfo).port;
	state = await openWorkshop();
	const token = newToken();
	await insertScreen(token, Date.now());
	const { code = '' } = (await screenByToken(token)) ?? {};
	await pairScreen(state.id, `facilitator:${state.owner}`, code);
	const url = `http://127.0.0.1:${port}`;
	screen = connect(url, { as: 'screen', version: 0 }, `baraza-screen=${token}`);
	screen.on('workshop:changed', (change) => changes.push(change));
	await vi.waitFor(() => expect(changes.length).toBeGreaterThan(0));
});
afterAll(async () => {
	screen.close();
	await detach();
});

const shown = () =>
	changes
		.map(({ parts }) => parts['join'] as { address: string } | undefined)
		.filter(Boolean)
		.at(-1);

test('a new address is noticed: console, projector and facilitator show it', async () => {
	expect(shown()?.address).toBe(`192.168.8.20:${port}`);
	await new Promise((done) => setTimeout(done, 3500)); // it has been seen once
	expect((await cockpitSnapshot(state.id, state.owner))?.view.address.changed).toBeNull();
	lease('192.168.8.31');
	await vi.waitFor(() => expect(shown()?.address).toBe(`192.168.8.31:${port}`), { timeout: 8000 });
	expect(said.mock.calls.flat().join('\n')).toContain(`http://192.168.8.31:${port}`);
	expect((await cockpitSnapshot(state.id, state.owner))?.view.address).toMatchObject({
		now: `192.168.8.31:${port}`,
		changed: { before: `192.168.8.20:${port}` }
	});
});

test('another device is sent to the address that fits: the one in use, not one of this computer alone', () => {
	for (const own of ['localhost', '127.0.0.1', '[::1]'])
		expect(addressFor(new URL(`http://${own}:${port}/room/X`))).toBe(`http://192.168.8.31:${port}`);
	expect(addressFor(new URL('http://10.0.0.5:3000/room/X'))).toBe('http://10.0.0.5:3000');
	expect(addressFor(new URL('https://baraza.example/room/X'))).toBe('https://baraza.example');
});
