import type { Horizon } from '$lib/sheet/layout';
import type { IconName } from './icons';

/** One line of a menu. */
export interface MenuItem {
	/** A verb, and where the result is: "Down, to rank 2". */
	label: string;
	icon?: IconName;
	horizon?: Horizon;
	danger?: boolean;
	/** Begins a new group. */
	divided?: boolean;
	/** Not possible now; the label says why: "Up (is first)". */
	off?: boolean;
	act: () => void;
}
