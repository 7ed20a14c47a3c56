import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { JointResult } from '../../src/lib/report/plenary-results';
import type { Prepared } from '../live/production';
import type { World } from './world';

/**
 * Puts recommendations on the roadmap as they are after they were adopted, for tests that look at
 * paper and not at the way there.
 * @param joint ids as results have them
 */
export function adopt({ server }: World, { id }: Prepared, joint: readonly JointResult[]): void {
	const file = new Database(join(server.data, 'baraza.sqlite'));
	const decide = file.prepare(`insert into decision values (?, ?, 'adopt', 0)`);
	const write = file.prepare(
		`insert into roadmap_line (id, workshop, item, position, text, horizon, owner, owners, countries,
			deadline, indicator, resources, status, notes, answers, at)
			values (?, ?, ?, ?, ?, ?, ?, '[]', '[]', '2027-06-30', ?, '', 'agreed', '', '', 0)`
	);
	for (const [at, { id: item, text, horizon, owner }] of joint.entries()) {
		decide.run(id, item);
		write.run(`line-${at}`, id, item, at + 1, text, horizon, owner, `Sign ${at + 1} is seen`);
	}
	file.close();
}
