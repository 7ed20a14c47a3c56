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

/** Suggestions against 210 judged pairs, and against counting equal words. */
export function run(): { rows: Row[]; kinds: KindRow[]; millisecondsFor144: number } {
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
	const began = performance.now();
	suggest(many, terms);
	const millisecondsFor144 = Math.round(performance.now() - began);
	return {
		rows: [rated('baraza', ours, shown.length), rated('word overlap', theirs, shown.length)],
		kinds,
		millisecondsFor144
	};
}
