/** What the room uses of Kit's `$app/state`, in a page that runs without Kit's client. */
class Page {
	/** Goes with the place in the browser's history. */
	state = $state.raw<App.PageState>({});
	/** What the last form was answered. */
	form = $state.raw<Record<string, unknown> | undefined>();

	get url(): URL {
		return new URL(location.href);
	}
}

export const page = new Page();

addEventListener('popstate', (event) => (page.state = (event.state as App.PageState | null) ?? {}));
