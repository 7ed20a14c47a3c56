import { genderGroup } from '../../teams/gender-group';
import type { Participation } from '../results';
import { unitSquares, type Squares } from './marks';

/** How many of a delegation there are, of one gender or of all. */
export interface PresentCell {
	people: number;
	joined: number;
	drawn: Squares;
}

export interface Presence {
	/** As `genderGroup` has it, '' for what the list does not say; empty: it says nothing of anybody. */
	genders: string[];
	/** In the order of the delegations; a cell for each gender, or one. */
	rows: { delegation: string; cells: PresentCell[] }[];
}

const ACROSS = 10;
const FIRST = ['f', 'm'];

/** Who takes part, by delegation, and by gender where the list says it. */
export function presence(participation: readonly Participation[]): Presence {
	const known = new Set(participation.map(({ gender }) => genderGroup(gender)));
	const words = [...known].filter((one) => one !== '' && !FIRST.includes(one)).sort();
	const said = [...FIRST.filter((one) => known.has(one)), ...words];
	const genders = said.length && known.has('') ? [...said, ''] : said;
	const delegations = [...Map.groupBy(participation, ({ delegation }) => delegation)];
	return {
		genders,
		rows: delegations.map(([delegation, all]) => ({
			delegation,
			cells: genders.length
				? genders.map((one) => cell(all.filter(({ gender }) => genderGroup(gender) === one)))
				: [cell(all)]
		}))
	};
}

function cell(list: readonly Participation[]): PresentCell {
	const sum = (of: 'people' | 'joined') => list.reduce((all, one) => all + one[of], 0);
	const [people, joined] = [sum('people'), sum('joined')];
	const drawn = unitSquares(list[0]?.delegation ?? '', joined, people - joined, ACROSS);
	return { people, joined, drawn };
}
