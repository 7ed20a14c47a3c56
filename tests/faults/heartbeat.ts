/** Loaded into a server by `--import`: its pings come every 100 ms, so that days pass in minutes. */
import { createRequire } from 'node:module';

interface Engine {
	Server: { prototype: { init: () => void; opts: { pingInterval: number } } };
}

// Socket.IO's own engine, which it does not hand out
const require = createRequire(createRequire(import.meta.url).resolve('socket.io'));
const { Server } = require('engine.io') as Engine;
const { init } = Server.prototype;
Server.prototype.init = function () {
	this.opts.pingInterval = 100;
	init.call(this);
};
