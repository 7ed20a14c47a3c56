import { resultsMarkdown } from '$lib/report/markdown';
import { namesFrom } from '$lib/report/names';
import { askedReport } from '../report/asked';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { results, names, words, send } = await askedReport(event);
	const text = resultsMarkdown(results, namesFrom(names), words);
	return send(text, 'text/markdown; charset=utf-8', 'md');
};
