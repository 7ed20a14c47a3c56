import { flushSync, hydrate } from 'svelte';
import { awake } from '$lib/page/awake';
import { DATA, ROOT } from './ids';
import RoomPage from './RoomPage.svelte';

/** Wakes the room that the server drew: what Kit's client does elsewhere. See vite/room-alone.ts. */
const target = document.getElementById(ROOT);
const data = document.getElementById(DATA)?.textContent;
if (target && data) {
	hydrate(RoomPage, { target, props: { data: JSON.parse(data) } });
	flushSync();
	awake();
}
