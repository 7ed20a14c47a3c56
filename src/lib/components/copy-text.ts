/**
 * Copies a text. Not by the clipboard API: over plain http on a LAN a browser has none.
 * @returns whether it worked
 */
export function copyText(text: string): boolean {
	const box = document.createElement('textarea');
	box.value = text;
	box.style.position = 'fixed';
	document.body.append(box);
	const before = document.activeElement;
	box.select();
	const worked = document.execCommand('copy');
	box.remove();
	if (before instanceof HTMLElement) before.focus();
	return worked;
}
