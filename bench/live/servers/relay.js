/** A bare Socket.IO relay: passes on, checks and stores nothing. */
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const http = createServer((_, res) => res.end());
new Server(http, { serveClient: false }).on('connection', (socket) => {
	socket.on('join', (room) => socket.join(room));
	socket.on('update', (room, update) => socket.to(room).emit('update', update));
});
http.listen(Number(process.env.PORT), '127.0.0.1');
