/** The production server: pages, actions and sockets on one port. */
// Read by build/index.js when it is loaded, hence set before the dynamic import.
Object.assign(process.env, {
	PROTOCOL_HEADER: 'x-forwarded-proto',
	HOST_HEADER: 'x-forwarded-host',
	ADDRESS_HEADER: 'x-forwarded-for'
});

const { server } = await import('./build/index.js');
const { attach, detach } = await import('./build/instrumentation.server.js');

const http = server.server;
attach(http);
process.once('SIGTERM', detach).once('SIGINT', detach);
