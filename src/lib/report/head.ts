import { formatDate, formatDates, formatTime } from '../format';
import type { Names } from './names';
import type { Results } from './results';
import { fill, type Words } from './words';

/** Where and when: place and dates in words. */
export function placeAndDates({ place, from, to }: Results['workshop'], words: Words): string[] {
	return [place, formatDates(from, to, words.language)].filter(Boolean);
}

/** When these results were taken, by the room's clock, and whether more may come. */
export function takenAt({ workshop }: Results, { sentences, language, zone }: Words): string {
	const at = Date.parse(workshop.takenAt);
	const day = new Date(at + zone * 60_000).toISOString().slice(0, 10);
	const time = `${formatDate(day, language)}, ${formatTime(at, zone)}`;
	const state = workshop.status === 'ended' ? sentences.ended : sentences.notFinal;
	return `${fill(sentences.takenAt, { time })} ${state}`;
}

/** The case and its edition. */
export function caseOf({ scenario }: Results, { sentences }: Words): string {
	return fill(sentences.case, { title: scenario.title, edition: scenario.edition });
}

/** What this file is without, and for which country it is an extract; '' where it is whole. */
export function leftOutOf(
	{ leftOut = [], extract }: Results,
	names: Pick<Names, 'country'>,
	{ sentences, parts }: Words
): string {
	const all = leftOut.map((part) => parts[part]).join('; ');
	return [
		extract && fill(sentences.extract, { country: names.country(extract) }),
		all && fill(sentences.left, { parts: all })
	]
		.filter(Boolean)
		.join(' ');
}

/** Who adopted the roadmap. */
export function adoptedBy({ delegations }: Results, { sentences }: Words): string {
	const people = delegations.reduce((sum, one) => sum + one.people, 0);
	const named = delegations
		.filter((one) => one.people > 0)
		.map((one) => `${one.name} ${one.people}`);
	return fill(sentences.adopted, { people, delegations: named.join(', ') });
}

/** How the vote went, as a sentence or two; '' where there was none. */
export function voteOf({ vote }: Results, { sentences }: Words): string {
	if (!vote) return '';
	const { voters, entitled, proxies, dots, named, closedAt } = vote;
	return [
		fill(sentences.voted, { voters, entitled, proxies }),
		dots === null ? '' : fill(sentences.voteDots, { dots }),
		named ? sentences.voteByName : '',
		closedAt === null ? sentences.voteOpen : ''
	]
		.filter(Boolean)
		.join(' ');
}
