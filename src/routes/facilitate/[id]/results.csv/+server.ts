import { reportFile } from '$lib/server/report-files';
import { askedReport } from '../report/asked';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { send, ...order } = await askedReport(event);
	return send(await reportFile({ format: 'csv', ...order }), 'text/csv; charset=utf-8', 'csv');
};
