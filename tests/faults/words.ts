/** What simulated people say, so that a dry run reads like a workshop. No case's facts. */
export const PHRASES = {
	reason: [
		'Records may be overwritten soon, so preservation comes first.',
		'The court will ask who signed the request.',
		'An answer by liaison can guide us, it is no evidence.',
		'The other side can execute this without a treaty.',
		'We need it in a form both courts accept.',
		'Asking too widely would cost us weeks.'
	],
	safeguards: [
		'Use limited to this case.',
		'The defence is told at the stage the law provides.',
		'Only the two named officers hold the file.',
		'A witness’s name stays out of the request.'
	],
	answer: [
		'We agree on the central authority.',
		'Two of us would ask by telephone first.',
		'It depends on what the first reply brings.'
	],
	recommendation: [
		'Name one contact person on each side, reachable at all hours.',
		'Agree on one template for urgent preservation.',
		'Meet twice a year with prosecutors and investigators together.',
		'Train magistrates on evidence from abroad.',
		'Keep a shared list of channels with their limits.'
	],
	owner: ['Central authorities of both sides', 'Prosecution services', 'A joint working group'],
	role: ['liaison officer', 'legal adviser', 'registry clerk', 'training focal point'],
	institution: ['a regional police office', 'a network of prosecutors', 'the ministry', 'a bank'],
	note: ['Reached within a day last time.', 'Works by telephone.', 'Needs a letter to follow.']
} as const;
