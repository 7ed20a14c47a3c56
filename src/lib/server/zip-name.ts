/** Why a name in a zip file is not taken: what it would do to a folder it were written to. */
export type NameProblem = 'outside' | 'reserved' | 'odd';

/** Names that are devices on Windows, with any ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** What Windows does not allow in a name, and what no eye sees. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const ODD = /[<>:"|?*\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/;

/**
 * Looks at a path inside a zip file.
 * @param name as the file has it
 * @returns undefined where it names one file below one folder, on every system
 */
export function nameProblem(name: string): NameProblem | undefined {
	if (name.includes('\\') || name.startsWith('/') || /^[a-z]:/i.test(name)) return 'outside';
	const parts = name.split('/');
	if (parts.some((part) => part === '..')) return 'outside';
	if (parts.some((part) => DEVICE.test(part))) return 'reserved';
	const odd = (part: string) => part === '' || part === '.' || /[. ]$/.test(part) || ODD.test(part);
	return parts.some(odd) || name.length > 240 || !name.isWellFormed() ? 'odd' : undefined;
}

/** The same for two names that one folder cannot hold on Windows or a Mac. */
export function sameName(name: string): string {
	return name.normalize('NFC').toLowerCase();
}
