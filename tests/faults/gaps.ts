import { addChoice, addRecommendation, setAnswer, setValue } from '../../src/lib/sheet/edit';
import { answerEntry, choiceEntry, newId, NO_COUNTRY } from '../../src/lib/sheet/entries';
import { HORIZONS, URGENCIES } from '../../src/lib/sheet/layout';
import { progress } from '../../src/lib/sheet/progress';
import { readSheet } from '../../src/lib/sheet/read';
import type { NeedView, QuestionView, ToolView } from '../../src/lib/view/parts';
import { oneOf, type Desk } from './desk';
import { say } from './say';
import { PHRASES } from './words';

/** Something the exercise asks for and the team has not yet written. */
export interface Gap {
	/** The same for every member of the team. */
	id: string;
	fill: (desk: Desk) => void;
}

/** What a team still lacks: needs without a reasoned tool, questions, horizons. */
export function gaps({ doc, layout, view }: Desk): Gap[] {
	const value = readSheet(doc, layout);
	const open = progress(value, layout).filter((item) => item.state !== 'complete');
	const items = open.flatMap(({ id }): Gap[] => {
		const item = view.items.find((one) => one.id === id);
		if (item?.kind === 'question') return [{ id, fill: (desk) => answer(desk, item) }];
		if (item?.kind === 'need' && view.tools.length)
			return [{ id, fill: (desk) => choose(desk, item) }];
		return [];
	});
	if (!layout.recommendations) return items;
	const written = value.recommendations.filter(({ gone, text }) => gone === null && text !== '');
	const horizons = HORIZONS.filter((one) => !written.some(({ horizon }) => horizon === one));
	return [
		...items,
		...horizons.map((horizon) => ({
			id: horizon,
			fill: (desk: Desk) => recommend(desk, horizon)
		}))
	];
}

/** Chooses a tool with everything a choice needs, or completes those that are there. */
function choose(desk: Desk, need: NeedView): void {
	const { doc, layout, random, view } = desk;
	const there = readSheet(doc, layout).choices.filter(
		(choice) => choice.need === need.id && choice.gone === null
	);
	if (!there.length) return addTool(desk, need);
	doc.transact(() => {
		for (const { entry, tool, country, asks, executes, reason } of there) {
			const card = view.tools.find((one) => one.id === tool);
			if (!asks) setValue(doc, entry, 'asks', authority(card?.asks, country));
			if (!executes) setValue(doc, entry, 'executes', authority(card?.executes, country));
			if (!reason) say(desk, entry, 'reason', oneOf(PHRASES.reason, random));
		}
	});
}

/** Adds a tool that fits the need, or any; with country, authorities, urgency and a reason. */
export function addTool(desk: Desk, need: NeedView): void {
	const { doc, layout, random, view } = desk;
	const held = need.heldIn?.code;
	const fitting = view.tools.filter(
		({ countries }) => !countries.length || (held !== undefined && countries.includes(held))
	);
	const tool = oneOf(fitting.length ? fitting : view.tools, random);
	if (!tool) return;
	const country = countryOf(tool, held);
	doc.transact(() => {
		addChoice(doc, layout, {
			need: need.id,
			tool: tool.id,
			country,
			use: need.use ?? tool.use,
			urgency: oneOf(URGENCIES, random),
			asks: authority(tool.asks, country),
			executes: authority(tool.executes, country)
		});
		const entry = choiceEntry(need.id, tool.id, country);
		say(desk, entry, 'reason', oneOf(PHRASES.reason, random));
	});
}

function countryOf({ countries }: ToolView, held: string | undefined): string {
	if (!countries.length) return NO_COUNTRY;
	return held !== undefined && countries.includes(held) ? held : (countries[0] ?? NO_COUNTRY);
}

function authority(names: ToolView['asks'] = [], country: string): string {
	const own = names.find((one) => one.country === country) ?? names[0];
	return own?.name ?? 'Central authority';
}

function answer(desk: Desk, question: QuestionView): void {
	const { doc, random } = desk;
	const entry = answerEntry(question.id);
	doc.transact(() => {
		const option = oneOf(question.options, random)?.id ?? null;
		if (question.answer === 'text') say(desk, entry, 'text', oneOf(PHRASES.answer, random));
		else setAnswer(doc, question.id, question.answer === 'several' && option ? [option] : option);
		if (question.withReason) say(desk, entry, 'reason', oneOf(PHRASES.reason, random));
	});
}

/** Writes one recommendation with owner and countries. */
export function recommend(desk: Desk, horizon: (typeof HORIZONS)[number]): void {
	const { doc, layout, random, view } = desk;
	const id = newId((bytes) => Uint8Array.from({ length: bytes }, () => random() * 256));
	doc.transact(() => {
		const countries = view.countries.map(({ code }) => code);
		const entry = addRecommendation(doc, layout, { id, horizon, countries });
		say(desk, entry, 'text', oneOf(PHRASES.recommendation, random));
		say(desk, entry, 'owner', oneOf(PHRASES.owner, random));
	});
}
