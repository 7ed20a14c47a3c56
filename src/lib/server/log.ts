import { join } from 'node:path';
import { building } from '$app/environment';
import pino from 'pino';
import { dataFolder } from './home';
import { LogFile } from './log-file';

/** What must never stand in a log, should somebody pass it by mistake. */
const WORDS = ['name', 'email', 'password', 'title', 'text', 'typed', 'token', 'cookie', 'link'];

/** An error without its message, which may quote what somebody typed: its kind, code and place. */
function withoutWords(error: unknown): unknown {
	if (!(error instanceof Error)) return { kind: typeof error };
	const { code } = error as { code?: unknown };
	return {
		kind: error.name,
		code: typeof code === 'string' ? code : undefined,
		at: error.stack?.match(/^\s+at .+$/gm)?.map((line) => line.trim()),
		cause: error.cause === undefined ? undefined : withoutWords(error.cause)
	};
}

/**
 * What happened, one JSON object a line, in `log.jsonl` of the data folder; errors on the console
 * too. Ids, numbers and codes only: no name, no text, no token.
 */
export const log = pino(
	{
		level: process.env.BARAZA_LOG ?? (building || process.env.VITEST ? 'silent' : 'info'),
		base: undefined,
		timestamp: pino.stdTimeFunctions.isoTime,
		redact: [...WORDS, ...WORDS.map((word) => `*.${word}`)],
		serializers: { err: withoutWords },
		hooks: {
			logMethod([said, ...rest], method) {
				// Left to itself pino takes an error's message for its own.
				if (said instanceof Error) return method.apply(this, [{ err: said }, 'failed']);
				if (rest.length === 0 && typeof said === 'object')
					return method.apply(this, [said, 'noted']);
				return method.apply(this, [said, ...rest]);
			}
		}
	},
	pino.multistream([
		{ level: 'trace', stream: new LogFile(join(dataFolder, 'log.jsonl')) },
		{ level: 'error', stream: process.stderr }
	])
);
