import { patient } from '$lib/live/patient-fetch';

/** Before Kit's client starts. It fetches a page's data by `window.fetch`, so that it can be another. */
export function init(): void {
	window.fetch = patient(window.fetch.bind(window), () => location.pathname);
}
