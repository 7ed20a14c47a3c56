/** The production server: pages, actions and sockets on one port. */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const port = process.env.PORT ?? '3000';

// Read by build/ when it is loaded, hence set before the dynamic imports.
Object.assign(process.env, {
	BARAZA_HOME: dirname(fileURLToPath(import.meta.url)),
	PROTOCOL_HEADER: 'x-forwarded-proto',
	HOST_HEADER: 'x-forwarded-host',
	ADDRESS_HEADER: 'x-forwarded-for',
	SHUTDOWN_TIMEOUT: '3',
	// A workshop's file; every other form is held to less by src/hooks.server.ts.
	BODY_SIZE_LIMIT: '101M'
});

/** What stops the start is one sentence for the person at the console; a bug shows where it is. */
function giveUp(error) {
	const sentences = {
		EADDRINUSE: `Port ${port} is in use: another program, or another Baraza, listens there. Stop it, or start with another one: PORT=3001 npm start`,
		EACCES: `Port ${port} may not be used by this user. Start with one above 1024: PORT=3000 npm start`,
		EADDRNOTAVAIL: `HOST=${process.env.HOST} is no address of this computer. Leave HOST out to listen on all.`
	};
	console.error(error.name === 'CannotStart' ? error.message : (sentences[error.code] ?? error));
	process.exit(1);
}
process.once('uncaughtException', giveUp);

try {
	const { server } = await import('./build/index.js');
	const { attach, detach, greeting } = await import('./build/instrumentation.server.js');
	const http = server.server;
	attach(http);
	process.once('SIGTERM', detach).once('SIGINT', detach).once('SIGHUP', detach);
	const greet = async () => console.log(await greeting());
	if (http.listening) await greet();
	else http.once('listening', greet);
	process.off('uncaughtException', giveUp);
	http.once('error', giveUp);
} catch (error) {
	giveUp(error);
}
