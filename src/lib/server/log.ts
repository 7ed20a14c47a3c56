import pino from 'pino';

/** Structured log without personal texts: ids and codes only. */
export const log = pino({
	level: process.env.BARAZA_LOG ?? (process.env.VITEST ? 'silent' : 'warn'),
	base: undefined
});
