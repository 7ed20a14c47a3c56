import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addCoFacilitator } from '../../src/lib/server/db/co-facilitators';
import type { Actor } from '../../src/lib/server/db/step';
import { lastChange, mergeSources } from '../../src/lib/server/plenary';
import { plenaryNow, recommended } from './recommended';
import { facilitator, serve } from './workshop';

const WORDS = { name: 'Contacts', text: 'Name contacts.', owner: 'AG', horizon: 'short' } as const;

let server: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
	server = await serve();
});
afterAll(() => server.stop());

/** Another facilitator of a workshop. */
async function second(id: string): Promise<Actor> {
	const other = facilitator();
	expect((await addCoFacilitator(id, other, null, Date.now())).ok).toBe(true);
	return `facilitator:${other}`;
}

const said = (outcome: { ok: boolean; why?: string }) => (outcome.ok ? 'ok' : outcome.why);

describe('two facilitators merge at once', () => {
	test('of one source: the second is told, no source is lost, and it is known who it was', async () => {
		const { id, by } = await recommended(server.url, 2);
		const other = await second(id);
		const { alone } = await plenaryNow(id);
		const [a, b, c] = alone.map((one) => one.id) as [string, string, string];
		const merge = (who: Actor, sources: string[]) =>
			mergeSources(id, who, { into: WORDS, sources, joints: [] });
		const outcomes = await Promise.all([merge(other, [a, b]), merge(by, [b, c])]);
		expect(lastChange(id)?.by).toBe(outcomes[0].ok ? other : by);
		expect(outcomes.map(said).sort()).toEqual(['changed-meanwhile', 'ok']);
		const after = await plenaryNow(id);
		const all = [...after.alone, ...after.joints.flatMap((one) => one.sources)];
		expect(all.map((one) => one.id).sort()).toEqual(alone.map((one) => one.id).sort());
	});

	test('of one team, what was suggested: it is in the group once, and by hand as often as they say', async () => {
		const { id, by } = await recommended(server.url, 3);
		const other = await second(id);
		const { alone } = await plenaryNow(id);
		const [one, two] = [...Map.groupBy(alone, ({ team }) => team).values()];
		const ids = (list = alone) => list.map((source) => source.id) as [string, string, string];
		const [[a, b, c], [d, e]] = [ids(one), ids(two)];
		const made = await mergeSources(id, by, { into: WORDS, sources: [a, b], joints: [] });
		const into = made.ok ? made.value : '';
		const put = (who: Actor, source: string, suggested: boolean) =>
			mergeSources(id, who, { into, sources: [source], joints: [], suggested });
		const outcomes = await Promise.all([put(other, d, true), put(by, e, true)]);
		expect(outcomes.map(said).sort()).toEqual(['changed-meanwhile', 'ok']);
		const teams = async () =>
			(await plenaryNow(id)).joints[0]?.sources.map((source) => source.team);
		expect((await teams())?.filter((team) => team === two?.[0]?.team)).toHaveLength(1);
		expect(said(await put(by, c, false))).toBe('ok');
		expect(await teams()).toHaveLength(4);
	});
});
