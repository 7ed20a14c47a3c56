import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreement } from './agreement';
import { compare, type ComparedTeam } from './compare';

const team = (name: string, members: string[], tools: Record<string, string[]>): ComparedTeam => ({
	team: name,
	asked: ['calls', 'money', 'room', 'none'],
	members,
	choices: Object.entries(tools).flatMap(([need, list]) =>
		list.map((tool, at) => ({ need, tool, country: 'SO', reason: `why ${tool}`, rank: at + 1 }))
	)
});

describe('agreement', () => {
	test('the same tools are 1, none in common 0, a shared one of three a third', () => {
		const teams = [
			team('Acacia', ['Kenya'], { calls: ['mla', 'spoc'], money: ['fiu'], room: ['mla'] }),
			team('Fig', ['Kenya'], { calls: ['spoc', 'mla'], money: ['hawala'], room: ['mla', 'a', 'b'] })
		];
		const found = agreement(['calls', 'money', 'room'], teams, ['Kenya']);
		expect(found.map(({ all }) => all)).toEqual([1, 0, 1 / 3]);
	});

	test('a delegation is asked through its own people only', () => {
		const teams = [
			team('Acacia', ['Kenya', 'Kenya', 'Somalia'], { calls: ['mla'] }),
			team('Fig', ['Kenya', 'Somalia'], { calls: ['mla'] }),
			team('Mango', ['Somalia', 'Somalia'], { calls: ['spoc'] })
		];
		const [found] = agreement(['calls'], teams, ['Kenya', 'Somalia', 'IGAD']);
		// pairs of teams: alike, different, different
		expect(found?.all).toBeCloseTo(1 / 3);
		expect(found?.byDelegation).toEqual([
			{ delegation: 'Kenya', value: 1 },
			// Acacia and Fig 1, Acacia and Mango 2, Fig and Mango 2 pairs of people
			{ delegation: 'Somalia', value: 1 / 5 },
			{ delegation: 'IGAD', value: null }
		]);
	});

	test('who chose nothing has not spoken, and one team alone agrees with nobody', () => {
		const one = team('Acacia', ['Kenya'], { calls: ['mla'] });
		const silent = team('Fig', ['Kenya'], {});
		expect(agreement(['calls'], [one, silent], ['Kenya'])[0]).toEqual({
			need: 'calls',
			all: null,
			byDelegation: [{ delegation: 'Kenya', value: null }]
		});
	});

	const tool = fc.constantFrom('mla', 'spoc', 'fiu', 'hawala', 'note');
	const anyTeam = fc
		.record({
			members: fc.array(fc.constantFrom('Kenya', 'Somalia', 'IGAD'), { maxLength: 7 }),
			tools: fc.array(tool, { maxLength: 6 })
		})
		.map(({ members, tools }) => team('one', members, { calls: tools }));

	test('it lies between 0 and 1, and in which order teams and tools come changes nothing', () =>
		fc.assert(
			fc.property(fc.array(anyTeam, { maxLength: 8 }), fc.nat(), (teams, seed) => {
				const names = ['Kenya', 'Somalia', 'IGAD'];
				const [found] = agreement(['calls'], teams, names);
				const turned = teams
					.map((one) => ({ ...one, choices: one.choices.toReversed() }))
					.toSorted((a, b) => ((a.members.length * seed) % 7) - ((b.members.length * seed) % 7));
				const [again] = agreement(['calls'], turned, names);
				const values = [found!.all, ...found!.byDelegation.map(({ value }) => value)];
				const others = [again!.all, ...again!.byDelegation.map(({ value }) => value)];
				for (const [at, value] of values.entries()) {
					if (value === null) expect(others[at]).toBeNull();
					else expect(others[at]).toBeCloseTo(value);
					expect(value ?? 0).toBeGreaterThanOrEqual(0);
					expect(value ?? 0).toBeLessThanOrEqual(1);
				}
			})
		));
});

describe('compare', () => {
	const teams = [
		team('Acacia', ['Kenya'], { calls: ['mla', 'spoc'], money: ['fiu'] }),
		team('Fig', ['Kenya'], { calls: ['mla'], money: ['fiu'] }),
		team('Mango', ['Kenya'], { calls: ['spoc'] })
	];

	test('what the room differs in stands first, what nobody chose last', () => {
		const found = compare(['none', 'money', 'calls'], teams, ['Kenya']);
		expect(found.map(({ need }) => need)).toEqual(['calls', 'money', 'none']);
	});

	test('a tool has every team that chose it with its words; the silent are named', () => {
		const [calls, money] = compare(['calls', 'money'], teams, ['Kenya']);
		expect(calls?.tools.map(({ tool, by }) => [tool, by.map((one) => one.team)])).toEqual([
			['mla', ['Acacia', 'Fig']],
			['spoc', ['Acacia', 'Mango']]
		]);
		expect(calls?.tools[0]?.by[0]).toEqual({
			team: 'Acacia',
			country: 'SO',
			reason: 'why mla',
			rank: 1
		});
		expect(money?.silent).toEqual(['Mango']);
	});

	test('a team that was not asked is not said to have chosen nothing', () => {
		const other = { ...teams[2]!, team: 'Baobab', asked: ['money'], choices: [] };
		const [calls] = compare(['calls'], [...teams, other], ['Kenya']);
		expect(calls).toMatchObject({ silent: [], asked: 3 });
	});

	test('a tool in two countries is one tool of one team', () => {
		const twice: ComparedTeam = {
			team: 'Acacia',
			asked: ['calls'],
			members: [],
			choices: ['SO', 'KE'].map((country, at) => ({
				need: 'calls',
				tool: 'mla',
				country,
				reason: '',
				rank: at + 1
			}))
		};
		const [calls] = compare(['calls'], [twice, teams[2]!, teams[1]!], []);
		expect(calls?.tools[0]).toMatchObject({
			tool: 'mla',
			by: [{ country: 'SO' }, { country: 'KE' }, { team: 'Fig' }]
		});
	});
});
