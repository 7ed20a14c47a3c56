import type { MachineView } from '../view/cockpit';
import { copiesFail } from './backup';
import { disk } from './disk';
import { codes } from './gate';
import { longCode } from './long-code';

/**
 * What is wrong with this computer, the worst first.
 * @param join the code of the workshop whose facilitator is told
 */
export function machine(join: string): MachineView {
	const { state, free, code = '' } = disk();
	if (state === 'full') return { what: 'disk-full', space: /FULL|ENOSPC|EDQUOT/.test(code) };
	if (state === 'low') return { what: 'disk-low', free };
	if (copiesFail()) return { what: 'copies-fail' };
	if (codes.madeWait(Date.now())) return { what: 'codes-guessed', long: longCode(join) };
	return null;
}
