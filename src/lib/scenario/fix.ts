/**
 * Writes ids into a document, each at the end of its line before closing signs. Everything else
 * stays as it is, line ends and byte-order mark included.
 * @param text the file as it is on disk
 * @param missing lines, from 1, with the id each gets
 */
export function withIds(text: string, missing: readonly { line: number; id: string }[]): string {
	const ids = new Map(missing.map(({ line, id }) => [line, id]));
	// The same line ends as `source` counts; every second piece is one.
	return text
		.split(/(\r\n?|[\n\v\f\u0085\u2028\u2029])/)
		.map((piece, i) => {
			const id = i % 2 === 0 ? ids.get(i / 2 + 1) : undefined;
			return id === undefined ? piece : piece.replace(/(?:\s+#+)?\s*$/, ` {#${id}}`);
		})
		.join('');
}
