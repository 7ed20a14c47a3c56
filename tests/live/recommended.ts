import { insertPeople } from '../../src/lib/server/people';
import { plenaryOf } from '../../src/lib/server/plenary';
import { stateOf } from '../../src/lib/server/state';
import type { WorkshopState } from '../../src/lib/workshop/state';
import { keepAll, recommend } from './recommend';
import { openPriorities, take } from './workshop';
import { Writer } from './writer';

/** A workshop whose two teams have recommended so much each. */
export async function recommended(url: string, count: number) {
	const state = await openPriorities();
	const writers: Writer[] = [];
	for (const { id: team, name, members } of state.division!.teams) {
		const sheet = state.sheets.find(
			(one) => one.team === team && one.exercise === 'priorities'
		)!.id;
		const writer = new Writer(url, await take(state, members[0]!.person), state.code, sheet);
		await writer.join();
		for (let i = 0; i < count; i++) recommend(writer, `${name} proposes ${i}`);
		await keepAll(writer);
		writers.push(writer);
	}
	return { id: state.id, by: `facilitator:${state.owner}` as const, writers };
}

/** The workshop as it is now. */
export const now = async (id: string) => (await stateOf(id)) as WorkshopState;

/** The plenary as it is now. */
export const plenaryNow = async (id: string) => plenaryOf(await now(id));

/** More people of a delegation, who sit in no team. @returns their ids */
export async function more(
	id: string,
	by: `facilitator:${string}`,
	delegation: string,
	count: number,
	standing: 'member' | 'observer' = 'member'
): Promise<string[]> {
	const before = new Set((await now(id)).people.map((one) => one.id));
	const all = Array.from({ length: count }, (_, i) => ({
		name: `${delegation} ${standing} ${i}`,
		delegation,
		role: 'judge',
		institution: '',
		gender: i % 2 ? 'female' : 'male',
		languages: '',
		standing,
		extra: []
	}));
	await insertPeople(id, by, all);
	return (await now(id)).people.map((one) => one.id).filter((one) => !before.has(one));
}
