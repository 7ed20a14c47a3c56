import { randomBytes } from 'node:crypto';
import { addRecommendation } from '../../src/lib/sheet/edit';
import { newId } from '../../src/lib/sheet/entries';
import type { Horizon } from '../../src/lib/sheet/layout';
import { textOf } from '../../src/lib/sheet/read';
import { cockpit, type Prepared } from './production';
import type { Writer } from './writer';

const LAYOUT = { needs: [], questions: [], tools: [], recommendations: true };

/** Writes a recommendation; it is not sent yet. */
export function recommend(
	{ doc }: Writer,
	text: string,
	{ horizon = 'immediate' as Horizon, owner = '' } = {}
): void {
	const entry = addRecommendation(doc, LAYOUT, { id: newId(randomBytes), horizon });
	textOf(doc, entry, 'text').insert(0, text);
	if (owner) textOf(doc, entry, 'owner').insert(0, owner);
}

/** Sends what was written. */
export async function keepAll(writer: Writer): Promise<void> {
	const sent = await writer.send(writer.taken());
	if (sent.what !== 'kept') throw new Error(`not kept: ${JSON.stringify(sent)}`);
}

/** Opens the second exercise, in which teams recommend. */
export async function openSecond(here: Pick<Prepared, 'id' | 'leads'>): Promise<void> {
	const { agenda, stage } = await cockpit(here);
	const next = agenda.filter(({ kind }) => kind === 'exercise')[1];
	await here.leads.act(`/facilitate/${here.id}/run?/open`, [
		['stage', next?.id ?? ''],
		['expected', stage?.id ?? '']
	]);
}

/**
 * Adopts recommendations and writes their lines, by the buttons of the pages.
 * @param items ids as results have them
 */
export async function adopt(
	{ id, leads }: Pick<Prepared, 'id' | 'leads'>,
	items: readonly string[]
): Promise<void> {
	for (const item of items)
		await leads.act(`/facilitate/${id}/plenary/decide?/decide`, [
			['item', item],
			['decision', 'adopt']
		]);
	const { lines } = await leads.data(`/facilitate/${id}/roadmap`);
	for (const { id: line, item } of lines as { id: string; item: string }[])
		for (const [field, value] of [
			['deadline', '2027-06-30'],
			['indicator', `Sign ${items.indexOf(item) + 1} is seen`]
		] as const)
			await leads.act(`/facilitate/${id}/roadmap?/write`, [
				['line', line],
				['field', field],
				['was', ''],
				['value', value]
			]);
}
