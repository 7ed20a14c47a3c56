import { random } from '../../src/lib/teams/random';
import type { Attendee } from '../../src/lib/teams/attendee';

const ROLES =
	'prosecutor judge magistrate investigator analyst,defence lawyer,legal adviser,trainer'
		.split(',')
		.flatMap((part) =>
			part.includes('lawyer') || part.includes('adviser') ? [part] : part.split(' ')
		);

/** Which delegations a crowd has, with how many parts of it each sends. */
export interface Mix {
	hosts: [string, number][];
	guests: [string, number][];
}

/** The mix of the first workshops: two hosts, a few guests. */
export const MIX: Mix = {
	hosts: [
		['Kenya', 8],
		['Somalia', 8]
	],
	guests: [
		['Uganda', 2],
		['Ethiopia', 1],
		['European Union', 1]
	]
};

/**
 * A made-up list of people.
 * @param size how many
 * @param seed the same seed makes the same people
 */
export function crowd(size: number, seed: number, mix: Mix = MIX): Attendee[] {
	const next = random(seed);
	const lots = [
		...mix.hosts.flatMap(([delegation, parts]) => lot(delegation, true, parts)),
		...mix.guests.flatMap(([delegation, parts]) => lot(delegation, false, parts))
	];
	return Array.from({ length: size }, (_, i) => {
		const { delegation, host } = lots[Math.floor(next() * lots.length)] as (typeof lots)[number];
		return {
			id: `p${i}`,
			name: `Person ${i}`,
			delegation,
			host,
			role: ROLES[Math.floor(next() ** 1.6 * ROLES.length)] as string,
			institution: '',
			gender: ['F', 'M', 'M', 'F', ''][Math.floor(next() * 5)] as string,
			languages: host ? `${delegation === 'Kenya' ? 'Swahili' : 'Somali'}; English` : 'English'
		};
	});
}

function lot(delegation: string, host: boolean, parts: number) {
	return Array.from({ length: parts }, () => ({ delegation, host }));
}
