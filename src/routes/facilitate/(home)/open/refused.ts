import { m } from '$lib/paraglide/messages';
import type { PageProps } from './$types';

/** Why a workshop's file was not opened, and what to do. */
export function refused(why: NonNullable<PageProps['form']>['why']): string {
	switch (why) {
		case 'no-file':
			return m.pack_why_no_file();
		case 'no-pack':
		case 'no-zip':
			return m.pack_why_no_pack();
		case 'newer':
			return m.pack_why_newer();
		case 'already-here':
			return m.pack_why_already();
		case 'code-taken':
			return m.pack_why_code_taken();
		case 'too-large':
		case 'too-many':
			return m.pack_why_large();
		default:
			return m.pack_why_hostile();
	}
}
