import { m } from '$lib/paraglide/messages';
import type { PageProps } from './$types';

type Failed = NonNullable<PageProps['form']> & { why: unknown };
export type Trouble = Failed['why'] | NonNullable<PageProps['data']['copies']['trouble']>;

/** Why a copy or a folder was not to be had, and what to do. */
export function trouble(why: Trouble): string {
	switch (why) {
		case 'folder-gone':
			return m.copies_why_folder_gone();
		case 'not-writable':
			return m.copies_why_not_writable();
		case 'no-room':
			return m.copies_why_no_room();
		case 'damaged':
			return m.copies_why_damaged();
		case 'not-absolute':
			return m.copies_why_not_absolute();
		case 'not-a-folder':
			return m.copies_why_not_a_folder();
		case 'no-folder':
			return m.copies_why_no_folder();
		case 'fixed':
			return m.copies_fixed();
		default:
			return m.copies_why_failed();
	}
}
