/** A column of a roster, by its name in architecture and documents. */
export type Column =
	'name' | 'delegation' | 'role' | 'institution' | 'gender' | 'languages' | 'standing';

/** What is wrong with a list or with one of its rows, as values; sentences are made where they are shown. */
export type RosterProblem =
	/** Nothing in the file, or nothing but blanks. */
	| { kind: 'empty' }
	/** A header and nobody under it. */
	| { kind: 'no-rows' }
	/** A workbook, a PDF or another file that is no text. */
	| { kind: 'unreadable' }
	| { kind: 'no-column'; column: 'name' | 'delegation' }
	/** Rows beyond the longest list there may be. */
	| { kind: 'too-many'; most: number }
	| { kind: 'no-name' }
	| { kind: 'no-delegation'; name: string }
	/** A delegation that the workshop lacks and that looks like a slip for `near`, one it has. */
	| { kind: 'unknown-delegation'; found: string; near: string }
	/** The same name in the same delegation as in an earlier row. */
	| { kind: 'twice'; name: string; delegation: string; firstLine: number }
	/** The same name in the same delegation as a person the workshop already has. */
	| { kind: 'present'; name: string; delegation: string }
	| { kind: 'too-long'; column: Column; most: number }
	/** Neither member nor observer. */
	| { kind: 'unknown-standing'; found: string }
	/** More cells than the header has columns: a separator inside a value. */
	| { kind: 'extra-cells'; cells: number; columns: number }
	/** A quotation mark that opens and does not close where it should. */
	| { kind: 'open-quote' };
