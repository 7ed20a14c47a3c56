import { error, type RequestEvent } from '@sveltejs/kit';
import { reportWords } from '$lib/components/report-words';
import { m } from '$lib/paraglide/messages';
import { getLocale, isLocale, locales } from '$lib/paraglide/runtime';
import { nameTables, type NameTables } from '$lib/report/names';
import { only, PARTS, readOptions, type ReportOptions } from '$lib/report/options';
import type { Results } from '$lib/report/results';
import type { Words } from '$lib/report/words';
import { attachment } from '$lib/server/attachment';
import { ownWorkshop } from '$lib/server/owner';
import { results } from '$lib/server/results';
import type { WorkshopState } from '$lib/workshop/state';

/** What a file of the report is written from, and how it is sent. */
export interface Asked {
	results: Results;
	names: NameTables;
	words: Words;
	/** Sends a file called as the workshop is. */
	send(body: string | Uint8Array<ArrayBuffer>, type: string, ending: string): Response;
}

/**
 * The report as an address asks for it: `?without=teams,people&names=no&language=so`, and
 * `&at=2027-03-09T10:41:00Z` for what had been written and decided by then.
 */
export async function askedReport(event: RequestEvent<{ id: string }>): Promise<Asked> {
	const { state } = await ownWorkshop(event);
	const { searchParams } = event.url;
	const options = optionsOf(searchParams, state);
	const language = searchParams.get('language') ?? getLocale();
	if (!isLocale(language))
		error(400, m.report_unknown_language({ word: language, known: locales.join(', ') }));
	const found = await results(state.id, timeOf(searchParams));
	if (!found) error(404);
	return {
		results: only(found, options),
		names: nameTables(state),
		words: reportWords(language, -new Date().getTimezoneOffset()),
		send: (body, type, ending) =>
			new Response(body, {
				headers: {
					'content-type': type,
					'content-disposition': attachment(state.title, state.code, ending),
					'cache-control': 'no-store'
				}
			})
	};
}

/** What an address asks to be in the report; what it asks for and nobody knows is answered so. */
export function optionsOf(asks: URLSearchParams, { scenario }: WorkshopState): ReportOptions {
	const options = readOptions(asks);
	if ('unknown' in options)
		error(400, m.report_unknown({ word: options.unknown, known: PARTS.join(', ') }));
	const known = scenario.countries.map(({ code }) => code);
	if (options.country && !known.includes(options.country))
		error(400, m.report_unknown_country({ word: options.country, known: known.join(', ') }));
	return options;
}

/** The time as of which it is asked for, ms since 1970; undefined: now. */
export function timeOf(asks: URLSearchParams): number | undefined {
	const at = Date.parse(asks.get('at') ?? '');
	return Number.isNaN(at) ? undefined : at;
}
