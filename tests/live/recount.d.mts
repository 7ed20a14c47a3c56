type Count = Record<'support' | 'accept' | 'object', number>;

/** Votes by item, counted from the text of a log.csv. */
export function recount(
	log: string
): Record<string, { total: Count; byDelegation: Record<string, Count> }>;
