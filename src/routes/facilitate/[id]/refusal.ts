import { m } from '$lib/paraglide/messages';

/** Why a step on a workshop's pages was not taken, as storage and forms name it. */
export type Refusal =
	| 'already'
	| 'begun'
	| 'changed-meanwhile'
	| 'has-people'
	| 'moved-on'
	| 'no-dots'
	| 'no-vote'
	| 'observer'
	| 'own-vote'
	| 'too-many-dots'
	| 'no-controls'
	| 'no-delegation'
	| 'no-name'
	| 'no-number'
	| 'no-dates'
	| 'ends-early'
	| 'no-part'
	| 'no-person'
	| 'no-screen'
	| 'no-seat'
	| 'no-sheets'
	| 'no-stage'
	| 'no-team'
	| 'no-text'
	| 'no-teams'
	| 'not-open'
	| 'not-taken'
	| 'not-your-team'
	| 'present'
	| 'read-again'
	| 'sheet-full'
	| 'sheets-open'
	| 'too-long'
	| 'too-many'
	| 'twice';

/**
 * What is the case and what to do, in the reader's language. The one place where codes become words.
 * @param holder name of who holds the controls, for *no-controls*
 */
export function refusal(why: Refusal, holder = ''): string {
	switch (why) {
		case 'already':
			return m.why_already();
		case 'begun':
			return m.why_begun();
		case 'changed-meanwhile':
			return m.why_changed_meanwhile();
		case 'has-people':
			return m.why_has_people();
		case 'moved-on':
			return m.why_moved_on();
		case 'no-dots':
			return m.why_no_dots();
		case 'no-vote':
			return m.why_no_vote();
		case 'observer':
			return m.why_observer();
		case 'own-vote':
			return m.why_own_vote();
		case 'too-many-dots':
			return m.why_too_many_dots();
		case 'no-controls':
			return m.why_no_controls({ name: holder });
		case 'no-delegation':
			return m.why_no_delegation();
		case 'no-name':
			return m.why_no_name();
		case 'no-number':
			return m.why_no_number();
		case 'no-dates':
			return m.prepare_why_no_dates();
		case 'ends-early':
			return m.prepare_why_ends_early();
		case 'no-part':
			return m.why_no_part();
		case 'no-person':
			return m.why_no_person();
		case 'no-screen':
			return m.why_no_screen();
		case 'no-seat':
		case 'not-your-team':
			return m.why_no_seat();
		case 'no-sheets':
			return m.why_no_sheets();
		case 'no-stage':
			return m.why_no_stage();
		case 'no-team':
			return m.why_no_team();
		case 'no-text':
			return m.why_no_text();
		case 'no-teams':
			return m.why_no_teams();
		case 'not-open':
			return m.why_not_open();
		case 'not-taken':
			return m.why_not_taken();
		case 'present':
			return m.why_present();
		case 'read-again':
			return m.why_read_again();
		case 'sheet-full':
			return m.why_sheet_full();
		case 'sheets-open':
			return m.why_sheets_open();
		case 'too-long':
			return m.why_too_long();
		case 'too-many':
			return m.why_too_many();
		case 'twice':
			return m.prepare_why_twice();
	}
}
