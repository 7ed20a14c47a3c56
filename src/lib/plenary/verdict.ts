/** What a team can say of its choices for a need once it has seen the expert's view. */
export const VERDICTS = ['keep', 'revise'] as const;

export type Verdict = (typeof VERDICTS)[number];

/** What somebody would choose now and had not chosen before, and the other way round. */
export function difference(
	before: readonly string[],
	after: readonly string[]
): { added: string[]; dropped: string[] } {
	return {
		added: after.filter((one) => !before.includes(one)),
		dropped: before.filter((one) => !after.includes(one))
	};
}
