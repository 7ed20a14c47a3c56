import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { STANCES } from '../../src/lib/plenary/vote';
import { logTable } from '../../src/lib/server/log-table';
import { closeVote, outcomeOf, reopenVote } from '../../src/lib/server/outcome';
import { removePerson } from '../../src/lib/server/people';
import { results } from '../../src/lib/server/results';
import { openedVote } from './opened-vote';
import { now } from './recommended';
import { recount } from './recount.mjs';
import { serve } from './workshop';

let server: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
	server = await serve();
});
afterAll(() => server.stop());

describe('E1: counted again from the log, by a script that shares no code', () => {
	const schema = JSON.parse(readFileSync('docs/results.schema.json', 'utf8'));
	const validate = new Ajv({ strict: true, allErrors: true }).compile(schema);

	test('a result is what was voted, whatever people do', async () => {
		const said = fc.record({
			who: fc.nat(12),
			at: fc.nat(3),
			stance: fc.constantFrom(...STANCES, null),
			proxy: fc.boolean(),
			then: fc.constantFrom('', '', '', '', 'remove', 'reopen')
		});
		await fc.assert(
			fc.asyncProperty(fc.array(said, { minLength: 5, maxLength: 40 }), async (all) => {
				const { id, by, ballot, people, cast } = await openedVote(server.url, {
					Kenya: 3,
					Somalia: 3,
					Uganda: 2
				});
				for (const { who, at, stance, proxy, then } of all) {
					const person = people[who % people.length]!.id;
					await cast(person, at, stance, 'because', proxy);
					if (then === 'remove' && who < 3) await removePerson(id, by, person);
					if (then === 'reopen') {
						await closeVote(id, by, ballot);
						await cast(person, at, 'object', 'late');
						await reopenVote(id, by, ballot);
					}
				}
				await closeVote(id, by, ballot);
				const counted = recount(await logTable(await now(id)));
				const taken = (await results(id))!;
				validate(JSON.parse(JSON.stringify(taken)));
				expect(validate.errors).toBeNull();
				for (const { id: item, votes } of taken.joint) {
					const again = counted[item] ?? { total: { support: 0, accept: 0, object: 0 } };
					expect(votes.total).toEqual(again.total);
					const said = Object.entries(votes.byDelegation).filter(([, own]) =>
						Object.values(own).some((count) => count > 0)
					);
					expect(Object.fromEntries(said)).toEqual(counted[item]?.byDelegation ?? {});
				}
				// As the votes are told by their events, they are what the tables say.
				const { votes: told } = outcomeOf(id, Date.now() + 1).ballot!;
				const sorted = (list: typeof told) =>
					list.map((one) => JSON.stringify(Object.entries(one).sort())).sort();
				expect(sorted(told)).toEqual(sorted(outcomeOf(id).ballot!.votes));
			}),
			{ numRuns: 8, seed: 20_261_129 }
		);
	}, 60_000);
});
