import type { locales } from '$lib/paraglide/runtime';

/** Languages by their own names, so that everybody finds theirs. */
export const LANGUAGE_NAMES: Record<(typeof locales)[number], string> = {
	en: 'English',
	sw: 'Kiswahili',
	so: 'Soomaali'
};
