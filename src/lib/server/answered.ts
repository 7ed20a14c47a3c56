import { isDiskFault } from './disk';
import { log } from './log';

/**
 * Whoever asks is answered whatever happens.
 * @param bug the answer where the work throws
 */
export async function answered<Reply>(bug: Reply, work: () => Promise<Reply>): Promise<Reply> {
	try {
		return await work();
	} catch (error) {
		if (!isDiskFault(error)) log.error(error);
		return bug;
	}
}
