/** A page's data is asked for again after so many ms, and up to as many more by chance. */
const AGAIN = 500;
/** Whoever goes elsewhere is told after so many ms that it cannot be had. */
const ELSEWHERE = 10_000;

/** How Kit calls the data of a page. */
const DATA = /(\/__data|\.html__data)\.json$/;
/** A proxy in front of a server that does not answer says so. */
const AWAY = [502, 503, 504];

/**
 * `fetch` for Kit's client, which puts an error in place of the page, and of what somebody has typed on
 * it, when the page's data cannot be had: for a second of bad Wi-Fi, or while the server starts again.
 * Data is asked for until it is there whole, the open page's for as long as it takes; everybody who asks
 * for the same waits together. Whatever else is fetched goes as it goes.
 * @param fetch the browser's
 * @param here path of the open page, as it is when asked
 */
export function patient(fetch: typeof globalThis.fetch, here: () => string): typeof fetch {
	const waiting = new Map<string, Promise<Response>>();
	const whole = async (address: string) => {
		const got = await fetch(address, {});
		if (AWAY.includes(got.status)) throw new TypeError(`nobody answers: ${got.status}`);
		const body = await got.arrayBuffer(); // a server that dies leaves half of it
		return new Response(body, got);
	};
	const again = async (address: string, path: string) => {
		const since = performance.now();
		for (;;) {
			await new Promise((go) => setTimeout(go, AGAIN * (1 + Math.random())));
			try {
				return await whole(address);
			} catch (error) {
				if (path !== here() && performance.now() - since > ELSEWHERE) throw error;
			}
		}
	};
	return async (asked, how) => {
		const address = String(asked instanceof Request ? asked.url : asked);
		const { pathname } = new URL(address, 'http://page');
		if (!DATA.test(pathname)) return fetch(asked, how);
		if (!waiting.has(address)) {
			const got = await whole(address).catch(() => null);
			if (got) return got;
		}
		let shared = waiting.get(address);
		if (!shared) {
			shared = again(address, pathname.replace(DATA, '') || '/');
			waiting.set(address, shared);
			const done = () => waiting.delete(address);
			shared.then(done, done);
		}
		return (await shared).clone();
	};
}
