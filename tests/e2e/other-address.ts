/**
 * Loaded into a server by `--import`: with SIGUSR2 the room's network gives this computer another
 * address.
 */
import { syncBuiltinESMExports } from 'node:module';
import os, { type NetworkInterfaceInfo } from 'node:os';

let address = '192.168.8.20';
os.networkInterfaces = () => ({
	wlan0: [{ address, family: 'IPv4', internal: false } as NetworkInterfaceInfo]
});
syncBuiltinESMExports();
process.on('SIGUSR2', () => (address = '192.168.8.31'));
