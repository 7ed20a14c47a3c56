/**
 * What the server drew can be seen and touched before the page's scripts have come, which on a slow link
 * takes seconds. Whatever is written meanwhile would be overwritten with what the server had sent, and
 * buttons that need a script would do nothing. So early.js, which stands in the head of every page, keeps
 * both and marks the root `data-asleep`, until this is called: once all components of the page listen.
 * Then it is done as if it happened now. Buttons that send a form need no script and send it at once, save
 * those marked `data-asks`, which ask first.
 */
export function awake(): void {
	dispatchEvent(new Event('awake'));
}
