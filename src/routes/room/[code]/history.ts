import type { ReadableSheet } from '$lib/report/readable';
import type { TeamHistory } from '$lib/view/team-sheets';

/** What the server has of the sheet's past; undefined where it does not answer. */
export async function askHistory(code: string, sheet: string): Promise<TeamHistory | undefined> {
	return asked<TeamHistory>(address(code, sheet));
}

/** What the sheet said after a row of its log. */
export async function askSheet(
	code: string,
	sheet: string,
	seq: number
): Promise<ReadableSheet | undefined> {
	return asked<ReadableSheet>(`${address(code, sheet)}?seq=${seq}`);
}

/** Has the sheet put back. @returns why it was not, or undefined */
export async function putBack(
	code: string,
	sheet: string,
	seq: number
): Promise<string | undefined> {
	const body = new URLSearchParams({ seq: String(seq) });
	const reply = await fetch(address(code, sheet), { method: 'POST', body }).catch(() => undefined);
	if (reply?.ok) return undefined;
	const said: unknown = await reply?.json().catch(() => undefined);
	return (said as { why?: string } | undefined)?.why ?? 'internal';
}

const address = (code: string, sheet: string) => `/room/${code}/history/${sheet}`;

async function asked<T>(path: string): Promise<T | undefined> {
	const reply = await fetch(path).catch(() => undefined);
	return reply?.ok ? ((await reply.json()) as T) : undefined;
}
