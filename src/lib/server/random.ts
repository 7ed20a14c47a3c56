import { createHash, randomBytes, randomInt } from 'node:crypto';
import { CODE_CHARACTERS, CODE_LENGTH } from '../protocol/code';

/** A random id: 16 characters of a URL-safe alphabet, 96 bits. */
export function newId(): string {
	return randomBytes(12).toString('base64url');
}

/** A secret for a cookie or a link: 192 bits. Only its hash is stored. */
export function newToken(): string {
	return randomBytes(24).toString('base64url');
}

/** How a token is stored. */
export function hashToken(token: string): string {
	return createHash('sha256').update(token).digest('base64url');
}

/** A code to give out, e.g. `KTR7WM`. */
export function newCode(length = CODE_LENGTH): string {
	return Array.from({ length }, () => CODE_CHARACTERS[randomInt(CODE_CHARACTERS.length)]).join('');
}
