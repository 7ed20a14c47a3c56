import { deserialize } from '$app/forms';
import { invalidateAll } from '$app/navigation';
import { applyAction } from '$lib/components/forms';

/**
 * Calls an action of the page that is open, as its form would: for menus, keys and drag.
 * @param action its name, e.g. `move`
 * @param fields of the form
 * @param more fields of which there are several with one name
 * @returns what came of it; *unanswered*: the server does not answer, the page stays as it is
 */
export async function act(
	action: string,
	fields: Record<string, string>,
	more: readonly (readonly [name: string, value: string])[] = []
): Promise<'taken' | 'refused' | 'unanswered'> {
	const body = new FormData();
	for (const [name, value] of Object.entries(fields)) body.set(name, value);
	for (const [name, value] of more) body.append(name, value);
	const headers = { 'x-sveltekit-action': 'true' };
	const response = await fetch(`?/${action}`, { method: 'POST', body, headers }).catch(() => null);
	if (!response) return 'unanswered';
	const text = await response.text().catch(() => '');
	// What the server did not say itself, or as an error, leaves the page as it is.
	const result = text.startsWith('{') ? deserialize(text) : undefined;
	if (!result || result.type === 'error') return 'unanswered';
	await applyAction(result);
	await invalidateAll();
	return result.type === 'success' ? 'taken' : 'refused';
}
