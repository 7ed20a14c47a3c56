import { createHmac, timingSafeEqual } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { CODE_CHARACTERS, CODE_LENGTH, LONG_CODE_LENGTH, readCode } from '../protocol/code';
import { codeCookie, keep, KEEP_DAYS, type Kept } from './cookies';
import { authSecret } from './secret';

let secret: string | undefined;

/**
 * A workshop's code and six characters that only this server can tell: it stands in the square on
 * the screen, and whoever brings it is nobody who guesses codes.
 */
export function longCode(code: string): string {
	secret ??= authSecret();
	const bytes = createHmac('sha256', secret).update(`long code ${code}`).digest();
	const rest = [...bytes.subarray(0, LONG_CODE_LENGTH - CODE_LENGTH)];
	return code + rest.map((byte) => CODE_CHARACTERS[byte % CODE_CHARACTERS.length]).join('');
}

/** Whether this browser came by the long code, or found the workshop before. */
export function knowsCode({ cookies }: Pick<Kept, 'cookies'>, code: string): boolean {
	const kept = Buffer.from(cookies.get(codeCookie(code)) ?? '');
	const right = Buffer.from(longCode(code));
	return kept.length === right.length && timingSafeEqual(kept, right);
}

/** Has this browser come through at once from now on: it has found the workshop. */
export function keepCode(here: Kept, code: string): void {
	if (!knowsCode(here, code)) keep(here, codeCookie(code), longCode(code), KEEP_DAYS);
}

/**
 * Keeps a long code that stands in the address, and leads on to the address with the code alone.
 * Whether it is right shows only where somebody without it would have to wait.
 */
export function takeLongCode(here: Kept, typed: string): void {
	const long = readCode(typed, LONG_CODE_LENGTH);
	if (!long) return;
	const code = long.slice(0, CODE_LENGTH);
	keep(here, codeCookie(code), long, KEEP_DAYS);
	redirect(303, `/join/${code}`);
}
