import { m } from '$lib/paraglide/messages';
import type { RosterProblem } from '$lib/people/roster-problem';

/**
 * The sentence for something to mend in a list of people, in the reader's language.
 * @param line line of the file, from 1
 * @returns e.g. `Row 14: "Somalai" is not a delegation here. Did you mean Somalia?`
 */
export function rosterProblem(line: number, problem: RosterProblem): string {
	switch (problem.kind) {
		case 'empty':
			return m.people_problem_empty();
		case 'no-rows':
			return m.people_problem_no_rows({ line });
		case 'unreadable':
			return m.people_problem_unreadable();
		case 'no-column':
			return problem.column === 'name'
				? m.people_problem_no_column_name({ line })
				: m.people_problem_no_column_delegation({ line });
		case 'too-many':
			return m.people_problem_too_many({ line, most: problem.most });
		case 'no-name':
			return m.people_problem_no_name({ line });
		case 'no-delegation':
			return m.people_problem_no_delegation({ line, name: problem.name });
		case 'unknown-delegation':
			return m.people_problem_unknown_delegation({
				line,
				found: problem.found,
				near: problem.near
			});
		case 'twice':
			return m.people_problem_twice({
				line,
				name: problem.name,
				delegation: problem.delegation,
				firstLine: problem.firstLine
			});
		case 'present':
			return m.people_problem_present({
				line,
				name: problem.name,
				delegation: problem.delegation
			});
		case 'too-long':
			return problem.column === 'name'
				? m.people_problem_name_too_long({ line, most: problem.most })
				: m.people_problem_value_too_long({ line, column: problem.column, most: problem.most });
		case 'unknown-standing':
			return m.people_problem_unknown_standing({ line, found: problem.found });
		case 'extra-cells':
			return m.people_problem_extra_cells({
				line,
				cells: problem.cells,
				columns: problem.columns
			});
		case 'open-quote':
			return m.people_problem_open_quote({ line });
	}
}
