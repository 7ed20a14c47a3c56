/** Puts a popover under the end of its button, or above it where there is no room below. */
export function beside(popover: HTMLElement, button: HTMLElement): void {
	const gap = 8;
	const at = button.getBoundingClientRect();
	const { offsetWidth: width, offsetHeight: height } = popover;
	const below = at.bottom + 4;
	const top = below + height + gap <= window.innerHeight ? below : at.top - height - 4;
	const rtl = getComputedStyle(button).direction === 'rtl';
	const left = rtl ? at.left : at.right - width;
	popover.style.top = `${Math.max(gap, Math.min(top, window.innerHeight - height - gap))}px`;
	popover.style.left = `${Math.max(gap, Math.min(left, window.innerWidth - width - gap))}px`;
}
