import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';

const own = 'tests/fixtures/xss';
/** DOMPurify's own test payloads, where they lie beside the project. */
const others = '../shared/data/xss/dompurify.json';

function payloads(): string[] {
	const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as unknown;
	const mine = readdirSync(own).flatMap((name) => read(join(own, name)) as string[]);
	const theirs = existsSync(others) ? (read(others) as { payload: string }[]) : [];
	return [...mine, ...theirs.map(({ payload }) => payload)];
}

/** Texts that would run something in a browser that took them for HTML or for Markdown. */
export const PAYLOADS = payloads();

/** One line each, and not too long for a field. */
export function lines(most: number): string[] {
	return PAYLOADS.map((text) => text.replace(/\s+/g, ' ').trim().slice(0, most)).filter(Boolean);
}

/** Notices whatever runs in any page or frame of a browser. @returns what ran so far */
export async function detector(context: BrowserContext): Promise<string[]> {
	const ran: string[] = [];
	await context.exposeBinding('ranHere', ({ page }, what: string) => {
		ran.push(`${new URL(page.url(), 'about:blank').pathname} ${what}`);
	});
	await context.addInitScript(() => {
		const report = (name: string) => (what: unknown) => {
			const beacon = (window as unknown as { ranHere: (what: string) => void }).ranHere;
			beacon(`${name}(${String(what)})`);
			return true;
		};
		Object.assign(window, {
			alert: report('alert'),
			confirm: report('confirm'),
			prompt: report('prompt'),
			print: report('print')
		});
	});
	context.on('dialog', (dialog) => {
		ran.push(`${dialog.page()?.url()} dialog ${dialog.message()}`);
		void dialog.dismiss();
	});
	return ran;
}

/** What should be on no page: elements that run or load, handlers, and addresses that run. */
export function dangerous(): string[] {
	const found: string[] = [];
	const allowed =
		/^(?:https?:|mailto:|tel:|#|\/|\.|\?|[\w-]+$|data:image\/(?:png|jpeg|gif|webp|svg\+xml))/i;
	for (const element of document.body.querySelectorAll('*')) {
		const name = element.localName;
		const isOurs =
			name === 'script' &&
			(element.hasAttribute('nonce') ||
				element.textContent?.includes('__sveltekit') ||
				// data, and the room's own script
				element.getAttribute('type') === 'application/json' ||
				element.getAttribute('src')?.startsWith('/_app/immutable/room-'));
		if (
			/^(?:script|iframe|object|embed|base|frame|applet|math|animate|set|foreignobject)$/.test(
				name
			) &&
			!isOurs
		)
			found.push(element.outerHTML.slice(0, 120));
		for (const { name: attribute, value } of element.attributes) {
			if (/^on/i.test(attribute)) found.push(`${name} ${attribute}=${value.slice(0, 80)}`);
			if (/^(?:href|src|action|formaction|xlink:href|srcdoc|poster|data)$/.test(attribute)) {
				const bare = value.replace(/[\s\p{C}]/gu, '');
				if (value && !allowed.test(bare)) found.push(`${name} ${attribute}=${value.slice(0, 80)}`);
			}
		}
	}
	return found;
}
