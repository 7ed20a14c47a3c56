/** What no system allows in a file's name, what moves it to another folder, and what no eye sees. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const ODD = /[<>:"/\\|?*\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/** Longest name of a file in characters, so that it fits with any system. */
const LONGEST = 60;

/**
 * The header by which a browser keeps what it is sent as a file.
 * @param title what it is called; written by people, in any script
 * @param otherwise its name where the title has no letter that is safe
 * @param ending without a dot
 */
export function attachment(title: string, otherwise: string, ending: string): string {
	const named = (text: string) => {
		const name = [...text]
			.slice(0, LONGEST)
			.join('')
			.replace(/^[. ]+|[. ]+$/g, '');
		return `${name || otherwise}.${ending}`;
	};
	const whole = title.toWellFormed().replace(ODD, ' ').replace(/\s+/g, ' ');
	const latin = whole.normalize('NFKD').replace(/[^\w .()-]/g, '');
	// RFC 8187: these four are no letters of an extended value
	const coded = encodeURIComponent(named(whole)).replace(
		/['()*]/g,
		(sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
	);
	return `attachment; filename="${named(latin)}"; filename*=UTF-8''${coded}`;
}
