import { compareCosts, type Cost } from '../src/lib/teams/cost';
import { form } from '../src/lib/teams/form';
import { random } from '../src/lib/teams/random';
import { crowd } from './teams/crowd';
import { exactCost } from './teams/exact';
import { costOfDivision, costOfHat, measure } from './teams/seating';

/**
 * One way of dividing one kind of list. The numbers say how uneven it is, 0 being the least that each
 * could be by itself: host delegations missing from a team, then half the excess of the squared numbers,
 * which is how many people would have to sit elsewhere when nobody is far off.
 */
export interface TeamsRow {
	list: string;
	divided: 'baraza' | 'random, mean' | 'exact';
	'missing hosts': number;
	hosts: number;
	guests: number;
	'each guest': number;
	roles: number;
	genders: number;
	'kinds of role': number;
	/** How many of the lists were divided as well as can be, where that is known. */
	best: string;
	/** Milliseconds for one division, the slowest. */
	ms: number | '';
}

const HATS = 1000;
const SMALL_LISTS = 200;

/** Compares `form` with names out of a hat, and on small lists with the exact answer. */
export function run(): TeamsRow[] {
	return [...small(), ...large(30, 5), ...large(60, 10), ...large(200, 30)];
}

function small(): TeamsRow[] {
	const list = `${SMALL_LISTS} lists of 6 to 11 people, 2 or 3 teams`;
	const ours: Cost[] = [];
	const hats: Cost[] = [];
	const exact: Cost[] = [];
	let oursBest = 0;
	let hatsBest = 0;
	let slowest = 0;
	for (let i = 0; i < SMALL_LISTS; i++) {
		const people = crowd(6 + (i % 6), i);
		const of = measure(people, 2 + (i % 2));
		const started = performance.now();
		const division = form(people, { teams: of.teams, seed: i });
		slowest = Math.max(slowest, performance.now() - started);
		const cost = costOfDivision(of, division);
		const best = exactCost(of.traits, of.pins, of.teams);
		const hat = costOfHat(of, random(i));
		if (compareCosts(cost, best) === 0) oursBest++;
		if (compareCosts(hat, best) === 0) hatsBest++;
		ours.push(above(cost, of.lowest));
		hats.push(above(hat, of.lowest));
		exact.push(above(best, of.lowest));
	}
	return [
		row(list, 'baraza', mean(ours), `${oursBest} of ${SMALL_LISTS}`, slowest),
		row(list, 'random, mean', mean(hats), `${hatsBest} of ${SMALL_LISTS}`),
		row(list, 'exact', mean(exact), `${SMALL_LISTS} of ${SMALL_LISTS}`)
	];
}

function large(size: number, teams: number): TeamsRow[] {
	const list = `${size} people, ${teams} teams`;
	const people = crowd(size, size);
	const of = measure(people, teams);
	const seeds = [1, 2, 3, 4, 5];
	let slowest = 0;
	const ours = seeds.map((seed) => {
		const started = performance.now();
		const division = form(people, { teams, seed });
		slowest = Math.max(slowest, performance.now() - started);
		return above(costOfDivision(of, division), of.lowest);
	});
	const next = random(size);
	const hats = Array.from({ length: HATS }, () => above(costOfHat(of, next), of.lowest));
	const proven = (costs: Cost[]) => {
		const best = costs.filter((cost) => cost.every((part) => part === 0)).length;
		return `at least ${best} of ${costs.length}`;
	};
	return [
		row(list, 'baraza', mean(ours), proven(ours), slowest),
		row(list, 'random, mean', mean(hats), proven(hats))
	];
}

/** The parts of a cost above the lowest, in people. */
function above(cost: Cost, lowest: Cost): Cost {
	return cost.map((part, i) => (part - (lowest[i] as number)) / (i === 0 ? 1 : 2));
}

function mean(costs: readonly Cost[]): number[] {
	const [first = []] = costs;
	return first.map((_, i) => {
		const sum = costs.reduce((all, cost) => all + (cost[i] as number), 0);
		return Math.round((sum / costs.length) * 100) / 100;
	});
}

function row(
	list: string,
	divided: TeamsRow['divided'],
	parts: readonly number[],
	best: string,
	ms?: number
): TeamsRow {
	const [missing = 0, hosts = 0, guests = 0, each = 0, roles = 0, genders = 0, kinds = 0] = parts;
	return {
		list,
		divided,
		'missing hosts': missing,
		hosts,
		guests,
		'each guest': each,
		roles,
		genders,
		'kinds of role': kinds,
		best,
		ms: ms === undefined ? '' : Math.round(ms)
	};
}
