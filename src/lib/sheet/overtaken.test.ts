import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { LAYOUT } from '../../../tests/fixtures/sheet';
import { addChoice, moveChoice, setAnswer, setValue, type Value } from './edit';
import { Overtaken } from './overtaken';
import { textOf, valueOf } from './read';

/** A browser with a client id of its own: of two values set at once that of the higher one stays. */
class Browser {
	doc = new Y.Doc();
	overtaken = new Overtaken(this.doc);

	constructor(client: number) {
		this.doc.clientID = client;
	}

	set(value: Value, field = 'urgency') {
		setValue(this.doc, ENTRY, field, value);
	}

	get(field = 'urgency') {
		return valueOf(this.doc, ENTRY, field);
	}

	get told() {
		return Object.fromEntries(this.overtaken.values);
	}

	hear(...others: Browser[]) {
		for (const { doc } of others)
			Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(this.doc)));
	}
}

const ENTRY = 'choice/call-records/mla/SO';
const URGENCY = `${ENTRY}|urgency`;

/** Both hear each other. */
function meet(one: Browser, other: Browser) {
	one.hear(other);
	other.hear(one);
}

/** The first gives way to the second. */
const two = () => [new Browser(1), new Browser(2)] as const;

describe('R40: of two values set at once', () => {
	test('the browser that lost is told what it had chosen, and only that one', () => {
		const [low, high] = two();
		low.set('hours');
		high.set('days');
		meet(low, high);
		expect([low.get(), high.get()]).toEqual(['days', 'days']);
		expect([low.told, high.told]).toEqual([{ [URGENCY]: 'hours' }, {}]);
	});
	test('so it is over a value both had seen, after several changes each, by one or by the other', () => {
		const [low, high] = two();
		low.set('routine');
		meet(low, high);
		for (const value of ['days', 'routine', 'hours']) low.set(value);
		for (const value of ['hours', 'days']) high.set(value);
		meet(low, high);
		expect([low.told, high.told]).toEqual([{ [URGENCY]: 'hours' }, {}]);
	});
	test('whoever was connected is told too, where the value of somebody who was away stays', () => {
		const [low, high] = two();
		const server = new Browser(9);
		high.set('days');
		low.set('hours');
		meet(server, low); // acknowledged, and nobody else has set anything
		expect(low.told).toEqual({});
		meet(server, high);
		low.hear(server);
		expect(low.told).toEqual({ [URGENCY]: 'hours' });
	});
	test('a value that somebody took back is told as well, and so is one that was taken back here', () => {
		const [low, high] = two();
		low.set('routine');
		meet(low, high);
		low.set('hours');
		high.set(null);
		meet(low, high);
		expect([low.get(), low.told]).toEqual([null, { [URGENCY]: 'hours' }]);
		low.set('routine');
		meet(low, high);
		low.set(null);
		high.set('days');
		meet(low, high);
		expect(low.told).toEqual({ [URGENCY]: null });
	});
	test('a list gives way as a whole', () => {
		const [low, high] = two();
		setAnswer(low.doc, 'which', ['a', 'b']);
		setAnswer(high.doc, 'which', ['c']);
		meet(low, high);
		expect(low.told).toEqual({ 'answer/which|value': ['a', 'b'] });
	});
});

describe('R40: nothing is said', () => {
	test('of a change by somebody who had seen ours, at once or long after', () => {
		const [low, high] = two();
		low.set('hours');
		meet(low, high);
		high.set('days');
		high.set('routine');
		meet(low, high);
		expect(low.told).toEqual({});
	});
	test('of the same value, also where a third one follows who had seen neither', () => {
		const [low, high] = two();
		const third = new Browser(3);
		low.set('hours');
		high.set('hours');
		meet(low, high);
		expect(low.told).toEqual({});
		third.set('days');
		low.hear(third);
		expect(low.told).toEqual({ [URGENCY]: 'hours' });
	});
	test('of fields nobody touched here, of texts, and of what came with a tool’s card', () => {
		const [low, high] = two();
		const tool = { need: 'call-records', tool: 'mla', country: 'SO' };
		addChoice(low.doc, LAYOUT, { ...tool, use: 'lead', asks: 'ODPP' });
		addChoice(high.doc, LAYOUT, { ...tool, use: 'evidence' });
		high.set('DCI', 'asks');
		for (const { doc } of [low, high]) textOf(doc, ENTRY, 'reason').insert(0, 'because');
		meet(low, high);
		expect([low.get('use'), low.get('asks')]).toEqual(['evidence', 'DCI']);
		expect(low.told).toEqual({});
	});
	test('but of what was chosen after the card said something else', () => {
		const [low, high] = two();
		const tool = { need: 'call-records', tool: 'mla', country: 'SO' };
		addChoice(low.doc, LAYOUT, { ...tool, use: 'lead' });
		low.set('evidence', 'use');
		addChoice(high.doc, LAYOUT, { ...tool, use: 'lead' });
		meet(low, high);
		expect(low.told).toEqual({ [`${ENTRY}|use`]: 'evidence' });
	});
});

describe('what is said goes', () => {
	const lost = () => {
		const [low, high] = two();
		low.set('hours');
		high.set('days');
		meet(low, high);
		return [low, high] as const;
	};
	test('when the field is set here again, which everybody then has', () => {
		const [low, high] = lost();
		low.set('hours');
		expect(low.told).toEqual({});
		meet(low, high);
		expect([high.get(), high.told, low.told]).toEqual(['hours', {}, {}]);
	});
	test('when a team-mate sets the same, and not when they set a third', () => {
		const [low, high] = lost();
		high.set('routine');
		meet(low, high);
		expect(low.told).toEqual({ [URGENCY]: 'hours' });
		high.set('hours');
		meet(low, high);
		expect(low.told).toEqual({});
	});
	test('and not by another field, nor by moving the tool', () => {
		const [low] = lost();
		low.set('lead', 'use');
		addChoice(low.doc, LAYOUT, { need: 'call-records', tool: 'preservation', country: 'SO' });
		moveChoice(low.doc, LAYOUT, ENTRY, 2);
		expect(low.told).toEqual({ [URGENCY]: 'hours' });
	});
});

test('a page that was opened again knows what it had not sent', () => {
	const [low, high] = two();
	low.set('hours');
	high.set('days');
	const again = new Browser(3);
	again.hear(low);
	again.overtaken.chose([URGENCY]);
	again.hear(high);
	expect(again.told).toEqual({ [URGENCY]: 'hours' });
});
