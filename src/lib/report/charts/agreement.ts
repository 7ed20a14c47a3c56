import type { AgreementResult } from '../plenary-results';
import { shareBar, type Mark, type Size } from './marks';

export interface AgreementBar {
	need: string;
	title: string;
	/** null: fewer than two teams chose anything. */
	value: number | null;
	bar: Mark | null;
}

export const AGREEMENT_FRAME: Size = { width: 132, height: 14 };

/**
 * How far the teams chose alike, a bar for each need.
 * @param titleOf a need, by its id
 */
export function agreementBars(
	agreement: readonly AgreementResult[],
	titleOf: (need: string) => string
): AgreementBar[] {
	return agreement.map(({ need, all }) => {
		const title = titleOf(need);
		const bar = all === null ? null : shareBar(title, all, AGREEMENT_FRAME);
		return { need, title, value: all, bar };
	});
}
