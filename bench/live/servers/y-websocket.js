/** y-websocket's server: keeps documents in memory. */
import { createServer } from 'node:http';
import { setupWSConnection } from '@y/websocket-server/utils';
import { WebSocketServer } from 'ws';

const http = createServer((_, res) => res.end());
new WebSocketServer({ server: http }).on('connection', setupWSConnection);
http.listen(Number(process.env.PORT), '127.0.0.1');
