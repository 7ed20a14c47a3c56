import { describe, expect, test } from 'vitest';
import type { BallotResult, VotesResult } from '../outcome-results';
import type { JointResult } from '../plenary-results';
import type { RoadmapResult } from '../outcome-results';
import { agreementBars, AGREEMENT_FRAME } from './agreement';
import { ownedRows } from './owners';
import { presence } from './participation';
import { SUPPORT_FRAME, supportBars } from './support';

const vote: BallotResult = {
	kind: 'stance',
	dots: null,
	named: false,
	openedAt: '',
	closedAt: '',
	voters: 29,
	entitled: 33,
	proxies: 0,
	byDelegation: { Kenya: 14, Somalia: 13, 'Uganda, European Union': 2 }
};
const votes: VotesResult = {
	total: { support: 20, accept: 5, object: 2 },
	byDelegation: {
		Kenya: { support: 14, accept: 0, object: 0 },
		Somalia: { support: 6, accept: 5, object: 2 },
		'Uganda, European Union': { support: 0, accept: 0, object: 0 }
	},
	dots: 0,
	least: 'Somalia',
	objections: [],
	byName: []
};

describe('agreementBars', () => {
	test('a bar a need, as long as the agreement; no bar where too few chose', () => {
		const bars = agreementBars(
			[
				{ need: 'calls', all: 0.5, byDelegation: {} },
				{ need: 'bank', all: null, byDelegation: {} },
				{ need: 'phone', all: 1, byDelegation: {} }
			],
			(need) => `The ${need}`
		);
		expect(bars.map(({ title, bar }) => [title, bar?.width ?? null])).toEqual([
			['The calls', (AGREEMENT_FRAME.width - 1.5) / 2],
			['The bank', null],
			['The phone', AGREEMENT_FRAME.width - 1.5]
		]);
	});
});

describe('supportBars', () => {
	test('each group’s bar is its share of support among those who voted', () => {
		const [kenya, somalia] = supportBars(votes, vote);
		expect(kenya).toMatchObject({ support: 14, of: 14, bar: { value: 1 } });
		expect(somalia).toMatchObject({ support: 6, of: 13, bar: { value: 6 / 13 } });
		expect(somalia?.bar?.width).toBeCloseTo((SUPPORT_FRAME.width - 1.5) * (6 / 13));
	});
	test('a group that did not vote on it has a frame without a bar', () =>
		expect(supportBars(votes, vote)[2]).toMatchObject({ of: 0, bar: null }));
	test('dots are a part of the group’s voters', () => {
		const [, somalia] = supportBars(votes, { ...vote, kind: 'dots', dots: 3 });
		expect(somalia).toMatchObject({ support: 6, of: 13 });
	});
});

describe('ownedRows', () => {
	const joint = (id: string, owner: string, horizon: JointResult['horizon']) =>
		({ id, owner, horizon }) as JointResult;
	const line = (id: string, owner: string, horizon: JointResult['horizon']) =>
		({ joint: id, owner, horizon }) as RoadmapResult;
	const counted = (rows: ReturnType<typeof ownedRows>) =>
		rows.map(({ owner, cells }) => [owner, ...cells.map((one) => `${one.adopted}+${one.others}`)]);

	test('counts by owner however it is written, the one with the most first, nobody’s last', () =>
		expect(
			counted(
				ownedRows({
					joint: [
						joint('a', '', 'long'),
						joint('b', 'ODPP', 'short'),
						joint('c', 'Police', 'long'),
						joint('d', 'odpp ', 'short')
					],
					roadmap: []
				})
			)
		).toEqual([
			['ODPP', '0+0', '0+2', '0+0', '0+0'],
			['Police', '0+0', '0+0', '0+0', '0+1'],
			['', '0+0', '0+0', '0+0', '0+1']
		]));
	test('what is adopted counts where the roadmap has it', () =>
		expect(
			counted(
				ownedRows({
					joint: [joint('a', 'ODPP', 'short'), joint('b', 'ODPP', 'immediate')],
					roadmap: [line('a', 'ODPP', 'immediate')]
				})
			)
		).toEqual([['ODPP', '1+1', '0+0', '0+0', '0+0']]));
	test('many owners with little each are one row, and no recommendation is missing', () => {
		const all = Array.from({ length: 20 }, (_, at) => joint(`${at}`, `Office ${at}`, 'medium'));
		const rows = ownedRows({ joint: all, roadmap: [] });
		expect(rows).toHaveLength(9);
		expect(rows.at(-1)).toMatchObject({ owner: null, owners: 12 });
		const squares = rows.flatMap(({ cells }) => cells.flatMap(({ drawn }) => drawn.squares));
		expect(squares).toHaveLength(20);
	});
	test('nothing recommended, nothing drawn', () =>
		expect(ownedRows({ joint: [], roadmap: [] })).toEqual([]));
});

describe('presence', () => {
	const people = (delegation: string, gender: string, count: number, joined = 0) => ({
		delegation,
		gender,
		people: count,
		joined
	});

	test('counts by delegation and gender, however the list writes it', () => {
		const { genders, rows } = presence([
			people('Kenya', 'F', 3, 2),
			people('Kenya', 'male', 4),
			people('Kenya', 'female', 1),
			people('Somalia', 'm', 2),
			people('Somalia', '', 1, 1)
		]);
		expect(genders).toEqual(['f', 'm', '']);
		expect(rows.map(({ cells }) => cells.map((one) => `${one.joined}/${one.people}`))).toEqual([
			['2/4', '0/4', '0/0'],
			['0/0', '0/2', '1/1']
		]);
		expect(rows[0]?.cells[0]?.drawn.squares.map(({ fill }) => fill)).toEqual([
			'full',
			'full',
			'empty',
			'empty'
		]);
	});
	test('where the list says no gender, there is none', () =>
		expect(presence([people('Kenya', '', 3)])).toMatchObject({
			genders: [],
			rows: [{ delegation: 'Kenya', cells: [{ people: 3 }] }]
		}));
	test('nobody on the list', () => expect(presence([])).toEqual({ genders: [], rows: [] }));
});
