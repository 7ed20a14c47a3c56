import { plain } from './plain';
import type { Column } from './roster-problem';

/**
 * What columns are called, the plain name first, then by language: English, Swahili, Somali, French,
 * Arabic. Of two columns that could be one, the word that stands earlier here wins.
 */
const WORDS: Record<Column, string> = {
	name:
		'name|full name|names|participant|participant name|name of participant|jina|jina kamili|majina|mshiriki|' +
		'magac|magaca|magaca oo buuxa|magaca oo dhan|nom|nom complet|nom et prenom|noms|nom et prenoms|' +
		'الاسم|الاسم الكامل|اسم|اسم المشارك',
	delegation:
		'delegation|country|delegation/country|country/delegation|nation|state|nationality|from|' +
		'ujumbe|nchi|taifa|wafdi|wafdiga|ergo|ergada|dal|dalka|wadan|waddan|pays|etat|الوفد|وفد|البلد|الدولة|بلد',
	role:
		'role|profession|position|job|job title|function|occupation|designation|wadhifa|cheo|kazi|taaluma|jukumu|' +
		'door|doorka|xil|xilka|shaqo|shaqada|mihnad|role/profession|fonction|poste|metier|الدور|المهنة|الوظيفة|المنصب',
	institution:
		'institution|organisation|organization|office|agency|employer|ministry|department|taasisi|shirika|ofisi|idara|' +
		"hay'ad|hay'adda|xafiis|xafiiska|machad|hayad|hayadda|institution/office|organisme|service|bureau|المؤسسة|الجهة|المؤسسه",
	gender: 'gender|sex|m/f|f/m|jinsia|jinsi|jinsiga|lab/dheddig|genre|sexe|h/f|f/h|الجنس|النوع',
	languages:
		'languages|language|languages spoken|spoken languages|lugha|luqad|luqado|luqadaha|luuqad|luuqadaha|afaf|' +
		'langues|langue|langues parlees|اللغات|اللغة|لغات',
	standing:
		'standing|status|capacity|member/observer|hadhi|aina ya ushiriki|heer|heerka|xaalad|xaaladda|statut|الصفة'
};

const columns = Object.keys(WORDS) as Column[];
const ranks = new Map<Column, Map<string, number>>(
	columns.map((column) => [
		column,
		new Map(WORDS[column].split('|').map((word, rank) => [plain(word), rank]))
	])
);

/** Longer cells are no headings: titles, or sentences. */
const LONGEST_HEADING = 60;

/** A header as it was understood. */
export interface Header {
	/** Where each known column stands, from 0. */
	places: ReadonlyMap<Column, number>;
	/** The other columns that have a heading: where, and the heading. */
	others: readonly [number, string][];
	/** How many cells the row has, without empty ones at its end. */
	width: number;
}

/**
 * Reads a row as a header.
 * @param cells the row's cells
 * @returns what was understood, be it nothing: `places` is then empty
 */
export function readHeader(cells: readonly string[]): Header {
	const words = cells.map((cell) =>
		plain(cell.length > LONGEST_HEADING ? '' : cell)
			.replace(/[*:_.]/g, ' ')
			.replace(/\s*\([^)]*\)\s*/g, ' ')
			.replace(/\s*\/\s*/g, '/')
			.replace(/\s+/g, ' ')
			.trim()
	);
	const places = new Map<Column, number>();
	for (const column of columns) {
		let least = Infinity;
		words.forEach((word, place) => {
			const rank = ranks.get(column)?.get(word) ?? Infinity;
			if (rank < least) {
				least = rank;
				places.set(column, place);
			}
		});
	}
	const known = new Set(places.values());
	const others = cells.flatMap((cell, place): [number, string][] =>
		known.has(place) || !cell.trim() ? [] : [[place, cell.trim()]]
	);
	return { places, others, width: cells.findLastIndex((cell) => cell.trim()) + 1 };
}
