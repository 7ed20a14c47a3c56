import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Concepts, type Concept } from '../src/lib/plenary/concepts';
import { ALIKE, Comparison, type Proposal } from '../src/lib/plenary/likeness';
import { suggest } from '../src/lib/plenary/suggest';
import { dice, plainWords } from '../src/lib/plenary/words';
import { readTerm } from '../src/lib/scenario/glossary';

/** Two recommendations, and whether a person says that they may be merged. */
interface Judged {
	kind: string;
	same: boolean;
	a: Proposal;
	b: Proposal;
}

/** A joint recommendation of two sources and one that stands alone, and whether it belongs to it. */
interface JudgedJoin {
	kind: string;
	same: boolean;
	sources: Proposal[];
	alone: Proposal;
}

/** How well one way of ordering pairs finds those that may be merged. */
interface Row {
	by: 'baraza' | 'word overlap';
	pairs: number;
	same: number;
	/** Pairs it would show; plain overlap as many as Baraza. */
	shown: number;
	/** Of those, the share that is right. */
	precision: number;
	/** Of the first 20, the share that is right. */
	first20: number;
	/** Of the pairs that may be merged, the share that is shown. */
	recall: number;
	averagePrecision: number;
}

/** Right and shown, kind by kind. */
interface KindRow {
	kind: string;
	same: boolean;
	pairs: number;
	shown: number;
}

/** What stands alone beside joint recommendations, kind by kind. */
interface JoinRow {
	kind: string;
	same: boolean;
	alone: number;
	/** Suggested into the joint recommendation it was judged with. */
	shown: number;
	/** Suggested into another. */
	elsewhere: number;
}

interface Figures {
	rows: Row[];
	kinds: KindRow[];
	joins: JoinRow[];
	millisecondsFor144: number;
	/** The same when half of them are merged, three by three. */
	millisecondsFor144HalfMerged: number;
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

function glossary(): Concept[] {
	const folder = here('../scenarios/glossary/');
	return readdirSync(folder)
		.filter((name) => name.endsWith('.md'))
		.flatMap((name) => readTerm(name.slice(0, -3), readFileSync(folder + name)).term ?? []);
}

/** Pairs by a score of theirs, the highest first; equal ones stay as they were. */
function ordered(
	pairs: Judged[],
	score: (pair: Judged) => number
): { pair: Judged; score: number }[] {
	return pairs
		.map((pair) => ({ pair, score: score(pair) }))
		.sort((one, other) => other.score - one.score);
}

function rated(by: Row['by'], order: { pair: Judged }[], shown: number): Row {
	const right = order.map(({ pair }) => pair.same);
	const same = right.filter(Boolean).length;
	const count = (until: number) => right.slice(0, until).filter(Boolean).length;
	const precisions = right.flatMap((isRight, at) => (isRight ? [count(at + 1) / (at + 1)] : []));
	const round = (value: number) => Math.round(value * 1000) / 1000;
	return {
		by,
		pairs: order.length,
		same,
		shown,
		precision: round(count(shown) / shown),
		first20: round(count(20) / 20),
		recall: round(count(shown) / same),
		averagePrecision: round(precisions.reduce((sum, one) => sum + one, 0) / same)
	};
}

/** Of what stands alone, how much is suggested into its joint recommendation, and into another. */
function joins(terms: Concept[]): JoinRow[] {
	const judged = JSON.parse(readFileSync(here('merge/joins.json'), 'utf8')) as JudgedJoin[];
	const groups = [...new Set(judged.map(({ sources }) => JSON.stringify(sources)))];
	const joined = groups.map((group, at) => ({
		id: `j${at}`,
		sources: (JSON.parse(group) as Proposal[]).map((one, i) => ({
			...one,
			id: `j${at}/${i}`,
			team: String(i)
		}))
	}));
	const ids = joined.map(({ id, sources }) => ({ id, sources: sources.map((one) => one.id) }));
	return [...Map.groupBy(judged, ({ kind, same }) => `${kind} ${same}`).values()].map((of) => {
		const alone = of.map((one, at) => ({ ...one.alone, id: `a${at}`, team: 'alone' }));
		const all = [...joined.flatMap(({ sources }) => sources), ...alone];
		const found = suggest(all, terms, new Set(), ids);
		const into = of.map((_, at) => found.find((one) => one.ids.includes(`a${at}`))?.joints[0]);
		const own = of.map(({ sources }) => `j${groups.indexOf(JSON.stringify(sources))}`);
		const shown = into.filter((joint, at) => joint === own[at]).length;
		return {
			kind: of[0]?.kind ?? '',
			same: of[0]?.same ?? false,
			alone: of.length,
			shown,
			elsewhere: into.filter(Boolean).length - shown
		};
	});
}

function timed(work: () => void): number {
	const began = performance.now();
	work();
	return Math.round(performance.now() - began);
}

/** Suggestions against judged pairs, and against counting equal words. */
export function run(): Figures {
	const judged = ['pairs', 'natural'].flatMap(
		(name) => JSON.parse(readFileSync(here(`merge/${name}.json`), 'utf8')) as Judged[]
	);
	const pairs = judged.map(({ a, b, ...pair }, at) => ({
		...pair,
		a: { ...a, id: `${at}a`, team: 'a' },
		b: { ...b, id: `${at}b`, team: 'b' }
	}));
	const all = pairs.flatMap(({ a, b }) => [a, b]);
	const terms = glossary();
	const comparison = new Comparison(all, new Concepts(terms));
	const ours = ordered(pairs, ({ a, b }) => comparison.of(a, b).score);
	const shown = ours.filter(({ score }) => score >= ALIKE);
	const words = (text: string) => new Set(plainWords(text));
	const theirs = ordered(pairs, ({ a, b }) => dice(words(a.text), words(b.text)));
	const kinds = [...new Set(pairs.map(({ kind }) => kind))].map((kind) => {
		const of = pairs.filter((pair) => pair.kind === kind);
		const seen = shown.filter(({ pair }) => pair.kind === kind);
		return { kind, same: of[0]?.same ?? false, pairs: of.length, shown: seen.length };
	});
	const many = all.slice(0, 144).map((one, at) => ({ ...one, team: String(at % 10) }));
	const joined = Array.from({ length: 24 }, (_, at) => ({
		id: `j${at}`,
		sources: many.slice(3 * at, 3 * at + 3).map(({ id }) => id)
	}));
	return {
		rows: [rated('baraza', ours, shown.length), rated('word overlap', theirs, shown.length)],
		kinds,
		joins: joins(terms),
		millisecondsFor144: timed(() => suggest(many, terms)),
		millisecondsFor144HalfMerged: timed(() => suggest(many, terms, new Set(), joined))
	};
}
