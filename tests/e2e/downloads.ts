import type { Page } from '@playwright/test';

/** A script or a stylesheet as it came over the wire. */
export interface Download {
	/** Path on the server. */
	path: string;
	/** As sent, compressed. */
	bytes: number;
	text: string;
}

/** What a browser downloads of scripts and styles for a page, until nothing more comes. */
export async function downloads(page: Page, path: string): Promise<Download[]> {
	const coming: Promise<Download>[] = [];
	page.on('requestfinished', (request) => {
		if (!['script', 'stylesheet'].includes(request.resourceType())) return;
		coming.push(
			Promise.all([request.sizes(), request.response().then((got) => got?.text())]).then(
				([{ responseBodySize: bytes }, text = '']) => ({
					path: new URL(request.url()).pathname,
					bytes,
					text
				})
			)
		);
	});
	await page.goto(path, { waitUntil: 'networkidle' });
	return Promise.all(coming);
}

/** Sum, in KiB. */
export function weight(list: Download[]): number {
	return list.reduce((sum, { bytes }) => sum + bytes, 0) / 1024;
}
