/**
 * Text as it is compared: without case, accents, or more than single spaces. What people see stays
 * as they wrote it.
 * @returns e.g. `cote d'ivoire` for ` Côte  d’Ivoire `
 */
export function plain(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.replace(/[’‘ʼ`´]/gu, "'")
		.toLowerCase()
		.replace(/\s+/gu, ' ')
		.trim();
}

/** Orders texts by code unit: the same on every machine and in every language. */
export function byCodeUnit(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
