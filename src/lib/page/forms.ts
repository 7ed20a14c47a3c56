import type { ActionResult, SubmitFunction } from '@sveltejs/kit';
import { page } from './state.svelte';

/**
 * Kit's `enhance`, for forms of the page that they stand on: asks for the action by fetch and hands
 * on its result. Without a callback, or where it calls `update`, `page.form` has what came of it.
 */
export function enhance(form: HTMLFormElement, submit: SubmitFunction) {
	const send = async (event: SubmitEvent) => {
		event.preventDefault();
		const { submitter } = event;
		const action = new URL(form.getAttribute('action') ?? '', location.href);
		const formData = new FormData(form, submitter);
		const controller = new AbortController();
		const ways = { action, formData, formElement: form, controller, submitter };
		const then = await submit({ ...ways, cancel: () => controller.abort() });
		if (controller.signal.aborted) return;
		const result = await ask(action, formData, controller.signal);
		const update = () => Promise.resolve(apply(result));
		if (then) await then({ ...ways, result, update });
		else await update();
	};
	const listener = (event: SubmitEvent) => void send(event);
	form.addEventListener('submit', listener);
	return { destroy: () => form.removeEventListener('submit', listener) };
}

async function ask(action: URL, data: FormData, signal: AbortSignal): Promise<ActionResult> {
	try {
		const body = new URLSearchParams([...data].map(([name, value]) => [name, String(value)]));
		const headers = { accept: 'application/json', 'x-sveltekit-action': 'true' };
		const response = await fetch(action, { method: 'POST', headers, body, signal });
		const result = await response.json();
		if (result.data) result.data = readPlain(JSON.parse(result.data));
		return result;
	} catch (error) {
		return { type: 'error', error };
	}
}

function apply(result: ActionResult): void {
	if (result.type === 'redirect') location.assign(result.location);
	if (result.type === 'error') page.form = { unsent: true };
	else page.form = 'data' in result ? result.data : undefined;
}

/**
 * An action's data as Kit writes it (devalue): a list of values in which the fields of objects and
 * lists are places in that list. Plain data only: a page's forms are answered with nothing else, and
 * devalue's own reader would be more than 1 KiB of the 100 that the room may weigh.
 */
function readPlain(values: unknown[], at = 0): unknown {
	const value = values[at];
	if (at < 0 || typeof value !== 'object' || value === null) return value;
	const read = (place: number) => readPlain(values, place);
	if (Array.isArray(value)) return value.map(read);
	return Object.fromEntries(Object.entries(value).map(([key, place]) => [key, read(place)]));
}
