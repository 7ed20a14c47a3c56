import { m } from '$lib/paraglide/messages';
import type { ItemProgress } from '$lib/sheet/value';
import type { RoomEntry } from './entries';

/** @returns how far an item is, e.g. `Tools: 2. Say who executes.` */
export function entryWords(entry: RoomEntry, progress: ItemProgress): string {
	if (entry.kind === 'recommendations')
		return m.case_recommendations_count({ count: progress.tools });
	if (entry.kind === 'question') return questionWords(progress);
	if (progress.state === 'empty') return m.case_no_tool();
	const missing = progress.missing.length;
	return missing === 0
		? m.case_tools_count({ count: progress.tools })
		: m.case_tools_missing({ count: progress.tools, missing: missingWord(progress.missing[0]) });
}

/** @returns what is still to be said, as a request */
export function missingWord(missing: ItemProgress['missing'][number] | undefined): string {
	switch (missing) {
		case 'asks':
			return m.case_say_asks();
		case 'executes':
			return m.case_say_executes();
		case 'reason':
			return m.case_say_reason();
		case 'tool':
			return m.case_no_tool();
		case 'answer':
		case undefined:
			return m.case_say_answer();
	}
}

function questionWords(progress: ItemProgress): string {
	if (progress.state === 'complete') return m.case_answered();
	return progress.state === 'empty' ? m.case_no_answer() : missingWord(progress.missing[0]);
}
