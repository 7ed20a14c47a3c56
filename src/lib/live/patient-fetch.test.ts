import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { patient } from './patient-fetch';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const DATA = 'http://10.0.0.5:3000/facilitate/w/run/__data.json?x-sveltekit-invalidated=01';

/** A network that says the next of these each time it is asked, and then the last for ever. */
function network(...says: (number | 'gone' | 'half')[]) {
	const asked: string[] = [];
	const fetch = vi.fn((address: string | URL | Request) => {
		asked.push(String(address));
		const now = says.length > 1 ? says.shift() : says[0];
		if (now === 'gone') return Promise.reject(new TypeError('Failed to fetch'));
		const half = new ReadableStream({
			pull: (stream) => stream.error(new TypeError('network error'))
		});
		return Promise.resolve(
			new Response(now === 'half' ? half : `answer ${asked.length}`, {
				status: now === 'half' ? 200 : now
			})
		);
	});
	return { asked, fetch: fetch as typeof globalThis.fetch };
}

test.each(['gone', 'half', 503] as const)(
	'data of the open page is asked for until it is there whole: %s',
	async (trouble) => {
		const { fetch, asked } = network(trouble, trouble, 'gone', 200);
		const answer = patient(fetch, () => '/facilitate/w/run')(DATA, {});
		await vi.advanceTimersByTimeAsync(60_000);
		expect(await (await answer).text()).toBe('answer 4');
		expect(asked).toHaveLength(4);
	}
);

test('who asks for the same meanwhile waits for the same answer', async () => {
	const { fetch, asked } = network('gone', 'gone', 200);
	const ask = patient(fetch, () => '/facilitate/w/run');
	const first = ask(DATA, {});
	await vi.advanceTimersByTimeAsync(10);
	const second = ask(DATA, {});
	await vi.advanceTimersByTimeAsync(10_000);
	expect(await (await first).text()).toBe('answer 3');
	expect(await (await second).text()).toBe('answer 3');
	expect(asked).toHaveLength(3);
	await ask(DATA, {});
	expect(asked, 'and later anew').toHaveLength(4);
});

test('whoever goes to another page is told after ten seconds', async () => {
	const { fetch } = network('gone');
	const answer = patient(fetch, () => '/facilitate/w/setup')(DATA, {});
	const told = expect(answer).rejects.toThrow('Failed to fetch');
	await vi.advanceTimersByTimeAsync(12_000);
	await told;
});

test('an answer that says no is one, and what is no data of a page goes as it goes', async () => {
	const refused = network(500);
	const answer = await patient(refused.fetch, () => '/facilitate/w/run')(DATA, {});
	expect(answer.status).toBe(500);
	expect(refused.asked).toHaveLength(1);
	const away = network('gone');
	const ask = patient(away.fetch, () => '/facilitate/w/run');
	await expect(ask('?/open', { method: 'POST' })).rejects.toThrow();
	expect(away.asked).toEqual(['?/open']);
});
