import type * as Y from 'yjs';
import type { Layout } from '../../src/lib/sheet/layout';
import type { RoomView } from '../../src/lib/view/room';
import type { Person } from './person';

/** What lies before a person who writes. */
export interface Desk {
	doc: Y.Doc;
	layout: Layout;
	view: RoomView;
	/** A marker nobody wrote before. */
	mark: () => string;
	/** From 0 (included) to 1 (excluded). */
	random: () => number;
}

/** The exercise that is open for a person, or undefined. */
export function deskOf(person: Person, random: () => number): Desk | undefined {
	const copy = person.desk;
	if (!copy || copy.link.may !== 'write') return undefined;
	const view = person.view as RoomView;
	return { doc: copy.doc, layout: layoutOf(view), view, mark: () => person.mark(), random };
}

function layoutOf({ items, tools, exercise }: RoomView): Layout {
	return {
		needs: items.flatMap((item) => (item.kind === 'need' ? item.id : [])),
		questions: items.flatMap((item) =>
			item.kind === 'question' ? { ...item, options: item.options.map((option) => option.id) } : []
		),
		tools: tools.map((tool) => tool.id),
		recommendations: exercise?.recommendations ?? false
	};
}

/** One of a list, or undefined where it is empty. */
export function oneOf<T>(list: readonly T[], random: () => number): T | undefined {
	return list[Math.floor(random() * list.length)];
}
