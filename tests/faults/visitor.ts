import { unfold } from './flat';

/** What a form action answered. */
export type Reply =
	| { type: 'success' | 'failure'; status: number; data: Record<string, unknown> }
	| { type: 'redirect'; status: number; location: string };

type Fields = readonly (readonly [string, string | Blob])[];

/** A browser without a window: keeps cookies, reads what pages are made of, and sends forms. */
export class Visitor {
	/** Of the server, e.g. `http://127.0.0.1:3000`. */
	readonly origin: string;
	#cookies = new Map<string, string>();

	constructor(origin: string) {
		this.origin = origin;
	}

	/** The `Cookie` header as a browser would send it. */
	get cookie(): string {
		return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
	}

	/**
	 * What a page is given by its `load` functions, inner ones over outer.
	 * @param path with its search
	 * @throws where it is refused, or leads elsewhere
	 */
	async data(path: string): Promise<Record<string, unknown>> {
		const url = new URL(path, this.origin);
		url.pathname = `${url.pathname.replace(/\/$/, '')}/__data.json`;
		const response = await this.#fetch(url);
		const [line = ''] = (await response.text()).split('\n');
		const sent = response.ok ? (JSON.parse(line) as PageData) : undefined;
		if (sent?.type !== 'data')
			throw new Error(`${path} answered ${sent?.location ?? response.status}`);
		const failed = sent.nodes.find((node) => node?.type === 'error');
		if (failed) throw new Error(`${path} answered ${JSON.stringify(failed)}`);
		return Object.assign(
			{},
			...sent.nodes.map((node) => (node?.type === 'data' ? unfold(node.data) : undefined))
		);
	}

	/**
	 * Sends a form to a page's action.
	 * @param path e.g. `/facilitate/x/run?/open`
	 * @throws where the page itself failed
	 */
	async act(path: string, fields: Fields = []): Promise<Reply> {
		const body = new FormData();
		for (const [name, value] of fields) body.append(name, value);
		const response = await this.#fetch(new URL(path, this.origin), {
			method: 'POST',
			body,
			headers: { origin: this.origin, accept: 'application/json', 'x-sveltekit-action': 'true' }
		});
		const text = await response.text();
		const sent = text.startsWith('{') ? (JSON.parse(text) as ActionData) : undefined;
		if (!sent || sent.type === 'error')
			throw new Error(`${path} answered ${response.status} ${text.slice(0, 200)}`);
		if (sent.type === 'redirect') return sent;
		const data = sent.data ? unfold(JSON.parse(sent.data) as unknown[]) : {};
		return { type: sent.type, status: sent.status, data: (data ?? {}) as Record<string, unknown> };
	}

	/** Opens an address as a link does. @returns where it leads on to; '' where it does not */
	async open(path: string): Promise<string> {
		const response = await this.#fetch(new URL(path, this.origin));
		return response.headers.get('location') ?? '';
	}

	/** A file of the server as JSON. */
	async json(path: string): Promise<unknown> {
		const response = await this.#fetch(new URL(path, this.origin));
		if (!response.ok) throw new Error(`${path} answered ${response.status}`);
		return response.json();
	}

	/** A file of the server as it is. */
	async file(path: string): Promise<Buffer<ArrayBuffer>> {
		const response = await this.#fetch(new URL(path, this.origin));
		if (!response.ok) throw new Error(`${path} answered ${response.status}`);
		return Buffer.from(await response.arrayBuffer());
	}

	async #fetch(url: URL, init: RequestInit & { headers?: Record<string, string> } = {}) {
		const headers = { 'accept-language': 'en', ...init.headers, cookie: this.cookie };
		const response = await fetch(url, { ...init, headers, redirect: 'manual' });
		for (const line of response.headers.getSetCookie()) {
			const [pair = ''] = line.split(';');
			const at = pair.indexOf('=');
			const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
			if (value === '') this.#cookies.delete(name);
			else this.#cookies.set(name, value);
		}
		return response;
	}
}

interface PageData {
	type: 'data' | 'redirect';
	location?: string;
	nodes: ({ type: 'data'; data: unknown[] } | { type: 'skip' } | { type: 'error' } | null)[];
}

type ActionData =
	| { type: 'success' | 'failure'; status: number; data?: string }
	| { type: 'redirect'; status: number; location: string }
	| { type: 'error'; status: number };
