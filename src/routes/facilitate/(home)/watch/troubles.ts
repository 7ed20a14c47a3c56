import { formatBytes } from '$lib/format';
import { m } from '$lib/paraglide/messages';
import type { Health } from '$lib/server/health';

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
 */
export function troubles({ disk, delay }: Health, folder: string): Trouble[] {
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
	if (delay.usual > LATE) all.push({ what: m.watch_busy(), advice: m.watch_busy_advice() });
	return all;
}
