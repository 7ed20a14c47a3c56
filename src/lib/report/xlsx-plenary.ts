import { caseOf, leftOutOf, placeAndDates, takenAt, voteOf } from './head';
import type { Names } from './names';
import { plenaryItems, type JointResult } from './plenary-results';
import type { Results } from './results';
import { objectionLines, shareOf } from './shares';
import type { Words } from './words';
import { column, day, shareValue, type TableSheet, type Value } from './xlsx-sheet';

/** The roadmap first, then what it was made of. */
export function plenarySheets(results: Results, names: Names, words: Words): TableSheet[] {
	return [
		roadmapSheet(results, names, words),
		jointSheet(results, words),
		sourcesSheet(results, words),
		byNameSheet(results, words),
		agreementSheet(results, names, words),
		participationSheet(results, words),
		aboutSheet(results, names, words)
	];
}

function roadmapSheet({ roadmap, joint }: Results, names: Names, words: Words): TableSheet {
	const items = new Map(joint.map((one) => [one.id, one]));
	return {
		name: words.parts.roadmap,
		columns: [
			column(words, 'number', 6),
			column(words, 'horizon', 16),
			column(words, 'recommendation', 60),
			column(words, 'owner', 28),
			column(words, 'owners', 28),
			column(words, 'countries', 18),
			column(words, 'deadline', 13),
			column(words, 'indicator', 40),
			column(words, 'resources', 28),
			column(words, 'status', 14),
			column(words, 'notes', 30),
			column(words, 'answers', 30),
			column(words, 'supported', 10),
			column(words, 'least', 20),
			column(words, 'objections', 50)
		],
		rows: roadmap.map((line, at) => [
			at + 1,
			words.horizon[line.horizon],
			line.text,
			line.owner,
			line.owners.join('; '),
			line.countries.map(names.country).join('; '),
			day(line.deadline),
			line.indicator,
			line.resources,
			words.status[line.status],
			line.notes,
			line.answers && names.item(line.answers),
			...standing(items.get(line.joint), words)
		])
	};
}

/** Share of support, the least supportive delegation, objections. */
function standing(one: JointResult | undefined, words: Words): Value[] {
	if (!one) return [null, null, null];
	const { votes } = one;
	return [shareValue(shareOf(votes.total)), votes.least, objectionLines(votes, words).join('\n')];
}

function jointSheet(results: Results, words: Words): TableSheet {
	const items = plenaryItems(results);
	const groups = [...new Set(items.flatMap(({ votes }) => Object.keys(votes.byDelegation)))];
	const stances = ['support', 'accept', 'object'] as const;
	return {
		name: words.parts.joint,
		columns: [
			column(words, 'number', 6),
			column(words, 'name', 26),
			column(words, 'recommendation', 60),
			column(words, 'horizon', 16),
			column(words, 'owner', 28),
			column(words, 'state', 14),
			column(words, 'supported', 10),
			column(words, 'least', 20),
			column(words, 'dots', 8),
			...stances.map((one) => ({ head: words.stance[one], width: 11 })),
			...groups.flatMap((group) =>
				stances.map((one) => ({ head: `${group}: ${words.stance[one]}`, width: 13 }))
			),
			column(words, 'objections', 50)
		],
		rows: items.map((one, at) => {
			const { votes } = one;
			const [share = null, least = null, objections = null] = standing(one, words);
			return [
				at + 1,
				one.name,
				one.text,
				words.horizon[one.horizon],
				one.owner,
				words.state[one.state],
				share,
				least,
				votes.dots || null,
				...stances.map((stance) => votes.total[stance]),
				...groups.flatMap((group) =>
					stances.map((stance) => votes.byDelegation[group]?.[stance] ?? null)
				),
				objections
			];
		})
	};
}

/** Every team's own words, beside what was made of them. */
function sourcesSheet(results: Results, words: Words): TableSheet {
	return {
		name: words.heads.sources,
		columns: [
			column(words, 'number', 6),
			column(words, 'name', 26),
			column(words, 'team', 18),
			column(words, 'recommendation', 70),
			column(words, 'horizon', 16),
			column(words, 'owner', 28)
		],
		rows: plenaryItems(results).flatMap(({ name, sources }, at) =>
			sources.map(({ team, text, horizon, owner }) => [
				at + 1,
				name,
				team,
				text,
				words.horizon[horizon],
				owner
			])
		)
	};
}

function byNameSheet(results: Results, words: Words): TableSheet {
	return {
		name: words.heads.votesByName,
		columns: [
			column(words, 'number', 6),
			column(words, 'recommendation', 60),
			column(words, 'name', 28),
			column(words, 'delegation', 20),
			column(words, 'stance', 16)
		],
		rows: plenaryItems(results).flatMap((one, at) =>
			one.votes.byName.map(({ name, delegation, stance }) => [
				at + 1,
				one.name || one.text,
				name,
				delegation,
				words.stance[stance]
			])
		)
	};
}

function agreementSheet({ agreement }: Results, names: Names, words: Words): TableSheet {
	const delegations = Object.keys(agreement[0]?.byDelegation ?? {});
	return {
		name: words.parts.agreement,
		columns: [
			column(words, 'need', 50),
			column(words, 'both', 12),
			...delegations.map((head) => ({ head, width: 16 }))
		],
		rows: agreement.map(({ need, all, byDelegation }) => [
			names.item(need),
			shareValue(all),
			...delegations.map((name) => shareValue(byDelegation[name] ?? null))
		])
	};
}

function participationSheet({ participation }: Results, words: Words): TableSheet {
	return {
		name: words.parts.participation,
		columns: [
			column(words, 'delegation', 24),
			column(words, 'gender', 16),
			column(words, 'people', 10),
			column(words, 'joined', 10)
		],
		rows: participation.map(({ delegation, gender, people, joined }) => [
			delegation,
			gender || words.sentences.notSaid,
			people,
			joined
		])
	};
}

function aboutSheet(results: Results, names: Names, words: Words): TableSheet {
	const { workshop, delegations } = results;
	const people = delegations.map(({ name, people }) => `${name} ${people}`).join(', ');
	return {
		name: words.heads.about,
		columns: [{ head: workshop.title, width: 100 }],
		rows: [
			placeAndDates(workshop, words).join(', '),
			people,
			caseOf(results, words),
			takenAt(results, words),
			voteOf(results, words),
			leftOutOf(results, names, words)
		]
			.filter(Boolean)
			.map((line) => [line])
	};
}
