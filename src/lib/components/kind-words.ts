import { m } from '$lib/paraglide/messages';

/** @returns a card's kind in words; its own word where it is none of the usual */
export function kindWord(kind: string): string {
	const known: Record<string, () => string> = {
		digital: m.case_kind_digital,
		domestic: m.case_kind_domestic,
		extradition: m.case_kind_extradition,
		financial: m.case_kind_financial,
		military: m.case_kind_military,
		mla: m.case_kind_mla,
		network: m.case_kind_network,
		police: m.case_kind_police,
		witness: m.case_kind_witness
	};
	return Object.hasOwn(known, kind) ? (known[kind]?.() ?? kind) : kind;
}
