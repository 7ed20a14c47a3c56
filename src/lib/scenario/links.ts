import type { Token } from 'marked';
import { tokensOf, type Piece } from './sections';

/** Where a link leads: out into the web, to a place in the page, to a file of the scenario, or nowhere. */
export type Target =
	| { kind: 'web'; url: string }
	| { kind: 'place'; url: string }
	| { kind: 'file'; path: string }
	| { kind: 'none' };

const schemes = ['http:', 'https:', 'mailto:'];

function decoded(href: string): string | undefined {
	try {
		return decodeURIComponent(href);
	} catch {
		return undefined;
	}
}

/**
 * What a browser would make of a link, by the rules of URLs and not by looks: a scheme may hide
 * behind spaces, tabs and entities. Anything with a scheme that is not web or mail leads nowhere;
 * of the rest only plain paths inside the scenario's folder are files.
 */
export function targetOf(href: string): Target {
	const url = URL.parse(href.replaceAll('&amp;', '&'));
	if (url)
		return schemes.includes(url.protocol) ? { kind: 'web', url: url.href } : { kind: 'none' };
	if (/^#[\p{L}\p{N}_-]+$/u.test(href)) return { kind: 'place', url: href };
	const path = decoded(href)?.replace(/^(?:\.\/)+/, '');
	if (!path || /[\p{Cc}\p{Cf}\\:?#<>"|*]|^\/|^\s|\s$|[^\S ]/u.test(path)) return { kind: 'none' };
	// An entity may still become a colon somewhere.
	if (/&#?\w+;/.test(path)) return { kind: 'none' };
	const steps = path.split('/');
	if (steps.some((step) => step === '' || step === '.' || step === '..')) return { kind: 'none' };
	return { kind: 'file', path };
}

function hrefOf(token: Token): string | undefined {
	return token.type === 'image' || token.type === 'link' ? token.href : undefined;
}

/** Every link and picture of a text, with its line. */
export function linksIn(
	text: readonly Piece[]
): { picture: boolean; href: string; line: number }[] {
	return text.flatMap(({ token, line, raw }) =>
		(/[[<:@]|www/.test(raw) ? tokensOf(token) : []).flatMap((each) => {
			const href = hrefOf(each);
			return href === undefined ? [] : [{ picture: each.type === 'image', href, line }];
		})
	);
}
