import { plain } from '../people/plain';

/** Kinds of roles, as the unit squares show them. */
export type RoleGroup =
	| 'prosecutor'
	| 'courts'
	| 'defence'
	| 'investigator'
	| 'ministry'
	| 'adviser'
	| 'trainer'
	| 'other';

/** The letter in the unit square of a group. */
export const ROLE_LETTERS: Record<RoleGroup, string> = {
	prosecutor: 'P',
	courts: 'J',
	defence: 'D',
	investigator: 'I',
	ministry: 'M',
	adviser: 'A',
	trainer: 'T',
	other: 'O'
};

/**
 * How words begin that tell the group, in English, Swahili, Somali, French and Arabic, without accents.
 * Groups are tried in this order: `ministry of justice` is no court, `police judiciaire` neither.
 */
const BEGINNINGS: [RoleGroup, string[]][] = [
	['trainer', ['trainer', 'training', 'teacher', 'lecturer', 'instructor', 'academ', 'professor']],
	[
		'trainer',
		['mkufunzi', 'mwalimu', 'mhadhiri', 'tababar', 'macallin', 'formateur', 'formatrice']
	],
	['trainer', ['enseignant', 'مدرب', 'مدرس', 'استاذ']],
	['prosecutor', ['prosecut', 'state counsel', 'state attorney', 'public prosec', 'dpp', 'odpp']],
	[
		'prosecutor',
		['mwendesha mashtaka', 'mwendeshaji mashtaka', 'kiongozi wa mashtaka', 'wakili wa serikali']
	],
	[
		'prosecutor',
		['xeer ilaali', 'dacwad oog', 'procureur', 'substitut', 'parquet', 'ministere public']
	],
	['prosecutor', ['نيابة', 'النيابة', 'وكيل نيابة', 'مدع', 'المدعي']],
	['ministry', ['minist', 'attorney general', 'central authority', 'foreign affairs', 'diplomat']],
	['ministry', ['wizara', 'waziri', 'wasaarad', 'wasiir', 'autorite centrale', 'وزارة', 'وزير']],
	['adviser', ['advis', 'analy', 'consultant', 'mshauri', 'mchambuzi', 'la taliye', 'lataliye']],
	['adviser', ['falanqe', 'conseil', 'مستشار', 'محلل']],
	['investigator', ['investigat', 'detective', 'police', 'inspector', 'cid', 'dci', 'forensic']],
	[
		'investigator',
		['mpelelezi', 'upelelezi', 'polisi', 'inspekta', 'baare', 'dambi baar', 'boolis', 'booliis']
	],
	['investigator', ['enqueteu', 'enquetri', 'inspecteu', 'gendarme', 'محقق', 'شرط', 'الشرطة']],
	['courts', ['judg', 'magistra', 'registrar', 'court', 'justice', 'kadhi', 'qadi', 'judicia']],
	['courts', ['hakimu', 'jaji', 'msajili', 'mahakama', 'garsoor', 'qaadi', 'maxkamad', 'kaaliye']],
	['courts', ['juge', 'greffi', 'tribunal', 'cour', 'قاض', 'القاضي', 'محكمة']],
	['defence', ['defence', 'defense', 'defender', 'advocate', 'legal aid', 'barrister', 'lawyer']],
	['defence', ['wakili', 'mtetezi', 'qareen', 'difaac', 'avocat', 'محام', 'دفاع']]
];

/**
 * The kind of a role written in free words.
 * @param role e.g. `Senior State Counsel`
 * @returns its group, `other` where no word is known
 */
export function roleGroup(role: string): RoleGroup {
	const words = ` ${plain(role).replace(/[^\p{L}]+/gu, ' ')}`;
	const found = BEGINNINGS.find(([, starts]) =>
		starts.some((start) => words.includes(` ${start}`))
	);
	return found ? found[0] : 'other';
}
