import {
	addContact,
	moveChoice,
	moveRecommendation,
	setAnswer,
	setValue
} from '../../src/lib/sheet/edit';
import { answerEntry, newId, NOTES } from '../../src/lib/sheet/entries';
import { HORIZONS, URGENCIES, USES } from '../../src/lib/sheet/layout';
import { readSheet } from '../../src/lib/sheet/read';
import { oneOf, type Desk } from './desk';
import { addTool, recommend } from './gaps';
import { say, unsay } from './say';
import { PHRASES } from './words';

/** Something a person may do, or undefined where there is nothing to do it to. */
type Deed = (desk: Desk) => void;

/**
 * Writes one thing somewhere: words, values and order, into whatever the team has so far. Where
 * chance finds nothing to do, a note is written.
 * @param own whether a marker is of this person's hand
 */
export function writeSomething(desk: Desk, own: (marker: string) => boolean): void {
	let wrote = false;
	const note = () => (wrote = true);
	desk.doc.once('update', note);
	oneOf(deeds(desk, own), desk.random)?.(desk);
	desk.doc.off('update', note);
	if (!wrote) say(desk, NOTES, 'text', 'Noted.');
}

/** What can be done now; words more often than the rest. */
function deeds({ doc, layout, view, random }: Desk, own: (marker: string) => boolean): Deed[] {
	const value = readSheet(doc, layout);
	const choice = oneOf(
		value.choices.filter((one) => one.gone === null),
		random
	);
	const rec = oneOf(
		value.recommendations.filter((one) => one.gone === null),
		random
	);
	const item = oneOf(view.items, random);
	const list: Deed[] = [(desk) => say(desk, NOTES, 'text', 'Noted.')];
	if (choice) {
		const { entry } = choice;
		const reason: Deed = (desk) => say(desk, entry, 'reason', oneOf(PHRASES.reason, random));
		const safe: Deed = (desk) => say(desk, entry, 'safeguards', oneOf(PHRASES.safeguards, random));
		list.push(reason, reason, safe, safe);
		list.push((desk) => setValue(doc, entry, 'executes', `Central authority ${desk.mark()}`));
		list.push(() => setValue(doc, entry, 'urgency', oneOf(URGENCIES, random) ?? null));
		list.push(() => setValue(doc, entry, 'use', oneOf(USES, random) ?? null));
		list.push(() => moveChoice(doc, layout, entry, 1 + Math.floor(random() * 3)));
		list.push(() => void unsay(doc, entry, 'safeguards', own));
	}
	if (rec) {
		const { entry, horizon } = rec;
		const more: Deed = (desk) => say(desk, entry, 'text', oneOf(PHRASES.recommendation, random));
		list.push(more, more, (desk) => say(desk, entry, 'owner', oneOf(PHRASES.owner, random)));
		list.push(() => moveRecommendation(doc, layout, entry, horizon, 1 + Math.floor(random() * 3)));
	}
	if (layout.recommendations)
		list.push((desk) => recommend(desk, oneOf(HORIZONS, random) ?? 'short'));
	if (item?.kind === 'need') {
		if (view.tools.length) list.push((desk) => addTool(desk, item));
		list.push((desk) => contact(desk, item.id));
	}
	if (item?.kind === 'question') {
		const field = item.answer === 'text' ? 'text' : 'reason';
		const phrases = item.answer === 'text' ? PHRASES.answer : PHRASES.reason;
		list.push((desk) => say(desk, answerEntry(item.id), field, oneOf(phrases, random)));
		const option = oneOf(item.options, random)?.id;
		if (option)
			list.push(() => setAnswer(doc, item.id, item.answer === 'several' ? [option] : option));
	}
	return list;
}

/** "We know someone": a role, an institution and a note, each with its marker. */
function contact(desk: Desk, need: string): void {
	const { doc, mark, random } = desk;
	const id = newId((bytes) => Uint8Array.from({ length: bytes }, () => random() * 256));
	doc.transact(() => {
		const role = `${oneOf(PHRASES.role, random)} ${mark()}`;
		const institution = `${oneOf(PHRASES.institution, random)} ${mark()}`;
		const entry = addContact(doc, { id, need, role, institution });
		say(desk, entry, 'note', oneOf(PHRASES.note, random));
	});
}
