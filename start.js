import { again, build, install } from './prepare.js';

// npm passes SIGTERM to its shell and no further: without this the server would outlive it and keep the port.
const parent = process.ppid;
if (process.env.npm_lifecycle_event)
	setInterval(() => process.ppid !== parent && process.kill(process.pid, 'SIGTERM'), 500).unref();

install();
if (!again('start.js')) {
	build();
	await import('./server.js');
}
