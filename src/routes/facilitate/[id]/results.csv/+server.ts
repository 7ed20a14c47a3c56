import { resultsCsv } from '$lib/report/csv';
import { askedReport } from '../report/asked';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { results, send } = await askedReport(event);
	return send(resultsCsv(results), 'text/csv; charset=utf-8', 'csv');
};
