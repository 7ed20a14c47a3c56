/** The 31 characters of workshop codes: no I, L, O, 0, 1, which people confuse on a projector. */
export const CODE_CHARACTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** How many characters a code has. */
export const CODE_LENGTH = 6;

/** How many a code has with the part that cannot be guessed. */
export const LONG_CODE_LENGTH = 12;

/** How many characters the link has that makes a browser another device of a person. */
export const LINK_LENGTH = 10;

/**
 * Reads a code as people type it: with spaces or hyphens, in lower case.
 * @param typed what stands in the field
 * @param length how many characters it has
 * @returns the code as stored, e.g. `KTR7WM`, or undefined where it cannot be one
 */
export function readCode(typed: string, length = CODE_LENGTH): string | undefined {
	const code = typed.toUpperCase().replace(/[\s\p{Pd}.]/gu, '');
	if (code.length !== length) return undefined;
	return [...code].every((c) => CODE_CHARACTERS.includes(c)) ? code : undefined;
}

/** Shows a code as people read it, by threes: `KTR 7WM`. */
export function showCode(code: string): string {
	return code.replace(/.{3}(?=.)/g, '$& ');
}
