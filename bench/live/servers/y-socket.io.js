/** y-socket.io's server: keeps documents in memory. */
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { YSocketIO } from 'y-socket.io/dist/server';

const http = createServer((_, res) => res.end());
new YSocketIO(new Server(http, { serveClient: false })).initialize();
http.listen(Number(process.env.PORT), '127.0.0.1');
