/** What browsers may show of a scenario's files; anything else is saved, not shown. */
const TYPES: Record<string, string> = {
	png: 'image/png',
	jpg: 'image/jpeg',
	jpeg: 'image/jpeg',
	gif: 'image/gif',
	webp: 'image/webp',
	avif: 'image/avif',
	svg: 'image/svg+xml',
	pdf: 'application/pdf',
	txt: 'text/plain; charset=utf-8',
	md: 'text/plain; charset=utf-8',
	csv: 'text/csv; charset=utf-8',
	mp3: 'audio/mpeg',
	ogg: 'audio/ogg',
	mp4: 'video/mp4',
	webm: 'video/webm'
};

/**
 * A file that came with a scenario as an answer. Its type is that of its ending, never guessed
 * from its bytes; an SVG may hold scripts, so whatever it is, it runs nothing and asks nobody.
 * @param path inside the scenario's folder
 */
export function serveFile(path: string, bytes: Uint8Array): Response {
	const ending = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
	const type = Object.hasOwn(TYPES, ending) ? TYPES[ending] : undefined;
	const headers = new Headers({
		'content-type': type ?? 'application/octet-stream',
		'x-content-type-options': 'nosniff',
		'cache-control': 'private, no-store'
	});
	if (ending === 'svg')
		headers.set(
			'content-security-policy',
			"default-src 'none'; style-src 'unsafe-inline'; sandbox"
		);
	if (!type) headers.set('content-disposition', 'attachment');
	return new Response(new Uint8Array(bytes), { headers });
}
