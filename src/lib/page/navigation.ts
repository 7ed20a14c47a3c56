import { page } from './state.svelte';

/** Kit's `pushState` for the address where the page is. */
export function pushState(_url: '', state: App.PageState): void {
	history.pushState(state, '');
	page.state = state;
}

/** Kit's `replaceState` for the address where the page is. */
export function replaceState(_url: '', state: App.PageState): void {
	history.replaceState(state, '');
	page.state = state;
}

/** Kit's `goto`, to a page that is loaded whole. */
export async function goto(url: string): Promise<void> {
	location.assign(url);
}
