/** F8 and Shift+F8 move between the problems of a page. */
export function problemKey(event: KeyboardEvent): void {
	if (event.key !== 'F8') return;
	const places = [...document.querySelectorAll<HTMLElement>('[data-problem]')];
	if (!places.length) return;
	event.preventDefault();
	const at = places.indexOf(document.activeElement as HTMLElement);
	const to = event.shiftKey ? (at < 0 ? -1 : at - 1) : at + 1;
	places.at(to % places.length)?.focus();
}
