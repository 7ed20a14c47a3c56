import { reportFile } from '$lib/server/report-files';
import { askedReport } from '../report/asked';
import type { RequestHandler } from './$types';

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const GET: RequestHandler = async (event) => {
	const { send, ...order } = await askedReport(event);
	return send(await reportFile({ format: 'docx', ...order }), TYPE, 'docx');
};
