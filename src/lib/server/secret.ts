import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from './home';
import { newToken } from './random';

/** The secret that signs sessions: made at the first start, kept in the data folder. */
export function authSecret(): string {
	const file = join(dataFolder, 'secret');
	if (!existsSync(file)) writeFileSync(file, newToken() + newToken(), { mode: 0o600 });
	return readFileSync(file, 'utf8');
}
