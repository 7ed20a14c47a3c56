/** What stands at the edges of every printed page. */
export interface Edges {
	head: string;
	/** With `{page}` and `{pages}` in it. */
	number: string;
	foot: string;
}

/** A text as a string of CSS that can end neither itself nor the element it stands in. */
export function cssString(text: string): string {
	const safe = text.replace(
		/[^\p{L}\p{M}\p{N} .,:;()-]/gu,
		(one) => `\\${(one.codePointAt(0) || 0xfffd).toString(16)} `
	);
	return `"${safe}"`;
}

/** The pages of a printed report: A4, a head with the page's number, a foot. */
export function pageRule({ head, number, foot }: Edges): string {
	const counted = number
		.split(/(\{pages?\})/)
		.filter(Boolean)
		.map((part) => (/^\{pages?\}$/.test(part) ? `counter(${part.slice(1, -1)})` : cssString(part)))
		.join(' ');
	return `@page{size:A4;margin:28mm 17mm 24mm;font:10pt/1.35 var(--sans);color:#3d3a35;
@top-left{content:${cssString(head)};text-align:start;vertical-align:bottom;padding-bottom:7mm}
@top-right{content:${counted};vertical-align:bottom;padding-bottom:7mm;white-space:nowrap}
@bottom-left{content:${cssString(foot)};text-align:start;vertical-align:top;padding-top:6mm}}`;
}
