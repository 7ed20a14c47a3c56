/** Hocuspocus with its SQLite extension, as its documentation starts it. */
import { join } from 'node:path';
import { Server } from '@hocuspocus/server';
import { SQLite } from '@hocuspocus/extension-sqlite';

const database = join(process.env.DATA, 'hocuspocus.sqlite');
const port = Number(process.env.PORT);
const extensions = [new SQLite({ database })];
await new Server({ port, address: '127.0.0.1', quiet: true, extensions }).listen();
