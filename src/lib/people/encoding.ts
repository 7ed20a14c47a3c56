/** How files begin that are no text: zip (xlsx, docx, ods), old Office, PDF. */
const NO_TEXT = ['504b0304', 'd0cf11e0', '25504446'];

/**
 * Reads the bytes of a text file as people's programs write them: by its byte-order mark, else UTF-8
 * where the bytes are that, else Windows-1252, which Excel writes in Western Europe and East Africa.
 * Guessing libraries are wrong on forty short names.
 * @returns the text without byte-order mark; undefined for what is no text, a workbook or a PDF
 */
export function decode(bytes: Uint8Array): string | undefined {
	const begin = [...bytes.subarray(0, 4)]
		.map((byte) => byte.toString(16).padStart(2, '0'))
		.join('');
	if (NO_TEXT.includes(begin)) return undefined;
	const text = new TextDecoder(encodingOf(bytes, begin)).decode(bytes);
	return isText(text) ? text : undefined;
}

function encodingOf(bytes: Uint8Array, begin: string): string {
	if (begin.startsWith('fffe')) return 'utf-16le';
	if (begin.startsWith('feff')) return 'utf-16be';
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return 'utf-8';
	} catch {
		return 'windows-1252';
	}
}

/** Whether a text is one: a few stray control characters may be in it, many are another kind of file. */
export function isText(text: string): boolean {
	let controls = 0;
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if (code < 9 || (code > 13 && code < 32)) controls++;
	}
	return controls * 20 <= text.length;
}
