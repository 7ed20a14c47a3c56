/** Words that say nothing of what a proposal is about, by language. Also how a language is told. */
const STOP: Record<string, string> = {
	en: 'a an and any are as at be been being both but by can do does each every for from had has have he her his how if in into is it its like may more must need needs no not of on one only or other our out over per shall she should so some such than that the their them then there these they this those through to two under until up upon via was we were what when where which while who whom will with within without would you your between among also all make made set new use used using',
	sw: 'na ya wa za la cha vya kwa katika ni au kama hiyo hii hizo hizi huu huo hilo hili kila wote zote yote pande mbili kati ili lazima iwe awe yawe ziwe kuwa bila pia baada kabla hadi kutoka yenye wenye zenye mwa pa ile yale wale si sio hakuna moja wawili ambao ambayo ambazo kwenye pamoja',
	so: 'iyo oo in ah ka ku u la si waa ee ama ay uu aan laga loo lagu leh kasta labada dhinac dhexeeya dhexe kale waxa waxaa inuu inay iyada isaga kuwa kii tii oo marka kadib ilaa haddii waa ma aan isku la loogu lala isla hal mid laba waxba keliya inta badan sida',
	fr: 'le la les un une des du de d l et ou à au aux en dans par pour sur avec sans ce cet cette ces son sa ses leur leurs qui que dont est sont être doit doivent chaque tout tous toute toutes ne pas plus entre deux afin lors il elle ils elles nous vous se s y plus moins même ainsi',
	ar: 'في من على إلى عن مع كل بين و أو أن لا ما هذا هذه ذلك التي الذي التى الى قبل بعد دون عند هي هو هم ثم قد لم لن غير أي كما بما لكل واحد واحدة اثنين'
};

/** Words of negation, on which the whole sense turns. */
const NOT =
	'no not never without nobody none only cannot dont don sio si bila kamwe hakuna wasi isi usi ma aan maya marnaba ne pas sans jamais aucun aucune لا بدون دون ليس لم لن غير';

/**
 * A text as words are compared: small letters without accents, vowel marks and the letters' variants.
 */
export function plainWords(text: string): string[] {
	return (
		text
			.normalize('NFKD')
			.replace(/[\p{M}ـ]/gu, '')
			.replace(/[أإآٱ]/g, 'ا')
			.replace(/ى/g, 'ي')
			.replace(/ة/g, 'ه')
			.toLowerCase()
			// 24/7 and 24-hour are two words each; O'Brien, d'enquête and ma'aan break too
			.match(/[\p{L}]+|\p{N}+/gu) ?? []
	);
}

const lists = new Map(
	Object.entries(STOP).map(([language, words]) => [language, new Set(plainWords(words))])
);
const silent = new Set([...lists.values()].flatMap((words) => [...words]));
const denying = new Set(plainWords(NOT));

/** Whether a word (as `plainWords` gives it) carries meaning of its own. */
export function isContent(word: string): boolean {
	return /\p{N}/u.test(word) || (word.length > 2 && !silent.has(word));
}

/** How many of a text's words forbid or limit something. */
export function denies(words: readonly string[]): number {
	return words.filter((word) => denying.has(word)).length;
}

/**
 * The language a text is written in, told by its script and its little words; '' where nothing
 * tells.
 * @returns a code such as `en`
 */
export function languageOf(text: string): string {
	if (/\p{Script=Arabic}/u.test(text)) return 'ar';
	if (/\p{Script=Ethiopic}/u.test(text)) return 'am';
	const words = plainWords(text);
	let [best, most] = ['', 0];
	for (const [language, stop] of lists) {
		const count = words.filter((word) => stop.has(word)).length;
		if (count > most) [best, most] = [language, count];
	}
	return best;
}

/** The groups of three letters of a word, its edges marked. */
export function trigrams(word: string): Set<string> {
	const padded = `^${word}$`;
	return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)));
}

/** How alike two sets are, 0 to 1 (Dice's coefficient). */
export function dice<T>(one: ReadonlySet<T>, other: ReadonlySet<T>): number {
	if (one.size + other.size === 0) return 0;
	return (2 * one.intersection(other).size) / (one.size + other.size);
}
