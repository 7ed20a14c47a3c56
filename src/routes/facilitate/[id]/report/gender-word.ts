import { m } from '$lib/paraglide/messages';

/** @param gender as `genderGroup` has it @returns what a column of such people is called */
export function genderWord(gender: string): string {
	if (gender === 'f') return m.results_women();
	if (gender === 'm') return m.results_men();
	return gender || m.results_gender_unsaid();
}
