import { resultsJson } from '$lib/report/json';
import { askedReport } from '../report/asked';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { results, send } = await askedReport(event);
	return send(resultsJson(results), 'application/json; charset=utf-8', 'json');
};
