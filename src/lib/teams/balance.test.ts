import { describe, expect, test } from 'vitest';
import type { Attendee } from './attendee';
import { balance } from './balance';
import { seated } from './division';
import { effectOfMove, moved } from './move';
import { bestPlace } from './place';
import { teamsFile } from './teams-file';

function person(
	name: string,
	delegation: string,
	role: string,
	languages = '',
	gender = ''
): Attendee {
	const host = ['Kenya', 'Somalia'].includes(delegation);
	return { id: name, name, delegation, host, role, institution: '', gender, languages };
}

const otieno = person('Otieno', 'Kenya', 'Prosecutor', 'Swahili; English', 'M');
const akoth = person('Akoth', 'Kenya', 'Judge', 'swahili', 'F');
const halima = person('Halima', 'Somalia', 'Judge', 'Somali', 'female');
const warsame = person('Warsame', 'Somalia', 'Prosecutor', 'Somali; English', 'M');
const lena = person('Lena', 'European Union', 'Adviser', 'English');
const all = [otieno, akoth, halima, warsame, lena];
const teams = [
	[otieno, halima, lena],
	[akoth, warsame]
];

describe('balance', () => {
	test('counts each team by delegation with hosts first, role, gender and language', () => {
		expect(balance(teams).teams[0]).toEqual({
			size: 3,
			delegations: [
				{ kind: 'Kenya', people: 1, host: true },
				{ kind: 'Somalia', people: 1, host: true },
				{ kind: 'European Union', people: 1, host: false }
			],
			roles: [
				{ kind: 'prosecutor', people: 1 },
				{ kind: 'courts', people: 1 },
				{ kind: 'adviser', people: 1 }
			],
			genders: [
				{ kind: 'f', people: 1 },
				{ kind: 'm', people: 1 }
			],
			languages: [
				{ kind: 'English', people: 2 },
				{ kind: 'Somali', people: 1 },
				{ kind: 'Swahili', people: 1 }
			],
			withoutLanguage: ['Halima']
		});
	});
	test('says what holds everywhere', () => {
		expect(balance(teams)).toMatchObject({
			sizes: [2, 3],
			hosts: ['Kenya', 'Somalia'],
			hostsEverywhere: true,
			missing: [],
			rolesEverywhere: ['prosecutor', 'courts']
		});
	});
	test('names the teams that lack a host delegation, be nobody of it here', () => {
		expect(balance([[otieno], [halima]])).toMatchObject({
			hostsEverywhere: false,
			missing: [
				{ team: 0, delegation: 'Somalia' },
				{ team: 1, delegation: 'Kenya' }
			]
		});
		expect(balance([[otieno]], ['Kenya', 'Somalia']).missing).toEqual([
			{ team: 0, delegation: 'Somalia' }
		]);
	});
});

const division = { teams: teams.map((team) => team.map(({ id }) => id)) };

describe('moved', () => {
	test('takes a person from one team to another, and seats a latecomer', () => {
		expect(moved(division, 'Lena', 1).teams).toEqual([
			['Otieno', 'Halima'],
			['Akoth', 'Warsame', 'Lena']
		]);
		expect(moved(division, 'Omar', 1).teams[1]).toEqual(['Akoth', 'Warsame', 'Omar']);
	});
	test('staying changes nothing, and there must be such a team', () => {
		expect(moved(division, 'Lena', 0)).toEqual(division);
		expect(() => moved(division, 'Lena', 2)).toThrow(RangeError);
	});
});

describe('effectOfMove', () => {
	const effect = (who: string, team: number) =>
		effectOfMove(teams, seated(moved(division, who, team), all));
	test('says what no longer holds', () => {
		expect(effect('Akoth', 0)).toEqual([
			{ kind: 'host-missing', team: 1, delegation: 'Kenya' },
			{ kind: 'role-missing', team: 1, role: 'courts' },
			{ kind: 'sizes', smallest: 1, largest: 4 }
		]);
	});
	test('is silent on what did not hold before, and where nothing is spoilt', () => {
		const uneven = [[otieno, akoth], [warsame]];
		expect(effectOfMove(uneven, [[otieno], [warsame, akoth]])).toEqual([
			{ kind: 'role-missing', team: 0, role: 'courts' }
		]);
		expect(effectOfMove(uneven, uneven)).toEqual([]);
	});
});

describe('bestPlace', () => {
	test('is one of the smallest teams', () => {
		expect(bestPlace(teams, person('Omar', 'Somalia', 'Judge'))).toEqual({
			team: 1,
			people: 2,
			ofDelegation: 1
		});
	});
	test('of equal ones it is where the delegation has fewest', () => {
		const even = [
			[otieno, akoth],
			[halima, lena]
		];
		expect(bestPlace(even, person('Omar', 'Kenya', 'Judge'))).toMatchObject({
			team: 1,
			ofDelegation: 0
		});
		expect(bestPlace(even, person('Hodan', 'Somalia', 'Judge'))).toMatchObject({ team: 0 });
	});
});

describe('teamsFile', () => {
	test('has teams in order, members by name, values as the list has them and no id', () => {
		expect(teamsFile(teams, ['Acacia', 'Baobab'])[0]).toEqual({
			team: 'Acacia',
			members: [
				{
					name: 'Halima',
					delegation: 'Somalia',
					role: 'Judge',
					gender: 'female',
					languages: 'Somali'
				},
				{
					name: 'Lena',
					delegation: 'European Union',
					role: 'Adviser',
					gender: '',
					languages: 'English'
				},
				{
					name: 'Otieno',
					delegation: 'Kenya',
					role: 'Prosecutor',
					gender: 'M',
					languages: 'Swahili; English'
				}
			]
		});
	});
});
