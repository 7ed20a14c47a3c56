/** What a team can say of its choices for a need once it has seen the expert's view. */
export const VERDICTS = ['keep', 'revise'] as const;

export type Verdict = (typeof VERDICTS)[number];
