import { m } from '$lib/paraglide/messages';

/** The name of a scenario's language in the reader's language; the code itself for a rare one. */
export function languageName(code: string): string {
	switch (code.slice(0, 2)) {
		case 'en':
			return m.language_en();
		case 'sw':
			return m.language_sw();
		case 'so':
			return m.language_so();
		case 'fr':
			return m.language_fr();
		case 'ar':
			return m.language_ar();
		case 'am':
			return m.language_am();
		case 'pt':
			return m.language_pt();
		default:
			return code;
	}
}
