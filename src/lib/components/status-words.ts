import { m } from '$lib/paraglide/messages';
import type { Gap, Status } from '$lib/plenary/roadmap';

/** @returns how far a line is, in the reader's language */
export function statusWord(status: Status): string {
	switch (status) {
		case 'agreed':
			return m.roadmap_agreed();
		case 'begun':
			return m.roadmap_begun();
		case 'done':
			return m.roadmap_done();
		case 'stopped':
			return m.roadmap_stopped();
	}
}

/** @returns what is asked for where a field is empty */
export function gapWord(gap: Gap): string {
	switch (gap) {
		case 'owner':
			return m.roadmap_name_owner();
		case 'deadline':
			return m.roadmap_set_date();
		case 'indicator':
			return m.roadmap_say_how();
	}
}
