import { Marked, type RendererObject, type Tokens } from 'marked';
import sanitizeHtml from 'sanitize-html';
import { linksIn, targetOf } from './links';
import { pieces } from './sections';

/** What a text may refer to. */
export interface Shown {
	/** Address of one of the scenario's own files, by path in its folder; undefined when it may not be seen. */
	file: (path: string) => string | undefined;
}

const entities: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;'
};

function escape(text: string): string {
	return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

/** Attribute that a title gives, or none. */
function titled(title: string | null | undefined): string {
	return title ? ` title="${escape(title)}"` : '';
}

function away(href: string, inside: string, title: string | null | undefined): string {
	return `<a href="${escape(href)}"${titled(title)} rel="noopener noreferrer" target="_blank">${inside}</a>`;
}

function renderer({ file }: Shown): RendererObject {
	return {
		html: ({ raw }: Tokens.HTML | Tokens.Tag) => escape(raw),
		heading({ depth, tokens }: Tokens.Heading) {
			// Levels one to three are the page's own.
			const level = Math.max(4, depth);
			return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>\n`;
		},
		link({ href, title, tokens }: Tokens.Link) {
			const inside = this.parser.parseInline(tokens);
			const target = targetOf(href);
			if (target.kind === 'web') return away(target.url, inside, title);
			if (target.kind === 'place') return `<a href="${escape(target.url)}">${inside}</a>`;
			const url = target.kind === 'file' ? file(target.path) : undefined;
			return url === undefined ? inside : away(url, inside, title);
		},
		image({ href, text, title }: Tokens.Image) {
			const target = targetOf(href);
			const url = target.kind === 'file' ? file(target.path) : undefined;
			return url === undefined
				? escape(text)
				: `<img src="${escape(url)}" alt="${escape(text)}"${titled(title)}>`;
		},
		checkbox: ({ checked }: Tokens.Checkbox) => (checked ? '☑ ' : '☐ ')
	};
}

/** Elements that Markdown makes, and no other. */
export const elements = [
	...['h4', 'h5', 'h6', 'p', 'br', 'hr', 'blockquote', 'pre', 'code', 'ul', 'ol', 'li'],
	...['em', 'strong', 'del', 'a', 'img', 'table', 'thead', 'tbody', 'tr', 'th', 'td']
];

/** Attributes by element, and no other. */
export const attributes: Record<string, string[]> = {
	a: ['href', 'title', 'rel', 'target'],
	img: ['src', 'alt', 'title'],
	ol: ['start'],
	th: ['align'],
	td: ['align']
};

const rules: sanitizeHtml.IOptions = {
	allowedTags: elements,
	allowedAttributes: attributes,
	allowedSchemes: ['http', 'https', 'mailto'],
	allowedSchemesByTag: { img: [] },
	allowProtocolRelative: false,
	disallowedTagsMode: 'escape'
};

/**
 * Markdown as safe HTML. Three layers stand behind each other: raw HTML is text here, what
 * comes out is cut to a list of elements, and the pages carry a strict content policy.
 * @param markdown anything at all, in a scenario, a card or typed by a person
 */
export function renderMarkdown(markdown: string, shown: Shown): string {
	const marked = new Marked({ gfm: true, async: false }, { renderer: renderer(shown) });
	return sanitizeHtml(marked.parse(markdown, { async: false }), rules);
}

/** Paths of the scenario's own files that a text shows or links: who may see it may fetch them. */
export function filesShown(markdown: string): string[] {
	const paths = linksIn(pieces(markdown, 1)).flatMap(({ href }) => {
		const target = targetOf(href);
		return target.kind === 'file' ? [target.path] : [];
	});
	return [...new Set(paths)];
}
