import { m } from '$lib/paraglide/messages';
import type { Use } from '$lib/scenario/scenario';

/** @returns as what a piece of information is wanted or can serve, in words */
export function useWord(use: Use): string {
	switch (use) {
		case 'lead':
			return m.common_use_lead();
		case 'both':
			return m.common_use_both();
		case 'evidence':
			return m.common_use_evidence();
	}
}
