import { formatBytes } from '$lib/format';
import { m } from '$lib/paraglide/messages';
import type { CopyTrouble } from '$lib/server/copying';
import type { Health } from '$lib/server/health';
import { trouble } from '../copies/trouble';

/** Something that is not well, and what to do about it. */
export interface Trouble {
	what: string;
	advice: string;
}

/** People notice when answers come this late, ms. */
const LATE = 300;

/**
 * What is not well with this computer, the worst first.
 * @param folder of the data
 * @param copy why the last copy did not come to be where it should
 */
export function troubles(
	{ disk, delay }: Health,
	folder: string,
	copy: CopyTrouble | null
): Trouble[] {
	const all: Trouble[] = [];
	if (disk.state === 'full') {
		const { code = '' } = disk;
		if (/FULL|ENOSPC|EDQUOT/.test(code))
			all.push({ what: m.watch_full(), advice: m.watch_full_advice() });
		else
			all.push({
				what: m.watch_unwritable(),
				advice: m.watch_unwritable_advice({ folder, code })
			});
	}
	if (disk.state === 'low')
		all.push({
			what: m.watch_low({ free: formatBytes(disk.free) }),
			advice: m.watch_low_advice()
		});
	if (copy) all.push({ what: m.watch_copy_trouble(), advice: trouble(copy) });
	if (delay.usual > LATE) all.push({ what: m.watch_busy(), advice: m.watch_busy_advice() });
	return all;
}
