import { m } from '$lib/paraglide/messages';

/** An agreement in words that can be read aloud; see `lib/plenary/agreement`. */
export function agreementWord(value: number | null): string {
	if (value === null) return m.plenary_agreement_few();
	if (value >= 0.999) return m.plenary_agreement_same();
	if (value >= 0.6) return m.plenary_agreement_much();
	if (value >= 0.35) return m.plenary_agreement_half();
	return value > 0 ? m.plenary_agreement_little() : m.plenary_agreement_none();
}
