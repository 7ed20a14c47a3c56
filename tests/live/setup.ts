import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

// Read by the server's modules when they are loaded: a real database file for each test file.
const folder = mkdtempSync(join(tmpdir(), 'baraza-'));
process.env.BARAZA_DATA = folder;

afterAll(() => rmSync(folder, { recursive: true, force: true }));
