/** The least a Socket.IO server can do: passes each update on to the others of the team, and says so. */
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const http = createServer();
new Server(http).on('connection', (socket) => {
	const { team } = socket.handshake.auth;
	socket.join(`team:${team}`);
	socket.on('update', (update, ack) => {
		socket.to(`team:${team}`).emit('updated', update);
		ack();
	});
});
http.listen(Number(process.argv[2]), '127.0.0.1', () => process.send?.(http.address().port));
