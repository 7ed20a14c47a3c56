import type { MachineView } from '../view/cockpit';
import { copiesFail } from './backup';
import { disk } from './disk';

/** What is wrong with this computer, the worst first. */
export function machine(): MachineView {
	const { state, free, code = '' } = disk();
	if (state === 'full') return { what: 'disk-full', space: /FULL|ENOSPC|EDQUOT/.test(code) };
	if (state === 'low') return { what: 'disk-low', free };
	if (copiesFail()) return { what: 'copies-fail' };
	return null;
}
