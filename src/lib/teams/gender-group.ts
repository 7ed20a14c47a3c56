import { plain } from '../people/plain';

const WOMEN =
	'f|fem|female|woman|women|w|mwanamke|mke|ke|dumar|dheddig|femme|feminin|أنثى|انثى|امرأة|امراة'.split(
		'|'
	);
const MEN = 'm|male|man|men|mwanamume|mwanaume|mume|me|rag|lab|nin|homme|masculin|ذكر|رجل'.split(
	'|'
);

/**
 * A gender as lists write it, brought to one word, so that `F` and `female` are spread as one.
 * @returns `f`, `m`, the word itself in plain letters, or empty where nothing was said
 */
export function genderGroup(gender: string): string {
	const word = plain(gender).replace(/\.$/, '');
	if (WOMEN.map(plain).includes(word)) return 'f';
	return MEN.map(plain).includes(word) ? 'm' : word;
}
