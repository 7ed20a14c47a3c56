import * as Y from 'yjs';
import type { Struct } from './frame';
import type { Layout } from './layout';
import { Places } from './place';
import { knownClock } from './store';

/** Structs of one client, and how many of them are walked. */
interface Section {
	structs: Struct[];
	next: number;
}

const NOTHING: Y.ID[] = [];

/**
 * Goes through an update in the order in which Yjs will put it in, each struct after those it
 * hangs on, and holds every one against the layout.
 * @param structs by client, without holes before them
 * @param doc as the server has it; only looked at
 * @returns why it cannot be taken; *gap* where a struct hangs on something that is not there
 */
export function walk(
	structs: Map<number, Struct[]>,
	doc: Y.Doc,
	layout: Layout
): 'malformed' | 'unknown-field' | 'gap' | undefined {
	const sections = new Map<number, Section>();
	for (const [client, list] of structs) sections.set(client, { structs: list, next: 0 });
	const places = Places.again(doc, layout);
	const has = (id: Y.ID) => id.clock < Math.max(knownClock(doc, id.client), reached(sections, id));
	const find = (id: Y.ID): Struct =>
		id.clock < knownClock(doc, id.client)
			? Y.getItem(doc.store, id)
			: among(sections.get(id.client)?.structs ?? [], id.clock);

	for (const client of structs.keys()) {
		const path = [client];
		const onPath = new Set(path);
		while (path.length > 0) {
			const top = path[path.length - 1] ?? client;
			const section = sections.get(top);
			const struct = section?.structs[section.next];
			if (!section || !struct) {
				path.pop();
				onPath.delete(top);
				continue;
			}
			const missing = hangsOn(struct).find((id) => !has(id));
			if (missing) {
				if (onPath.has(missing.client)) return 'malformed';
				const other = sections.get(missing.client);
				if (!other || other.next === other.structs.length) return 'gap';
				path.push(missing.client);
				onPath.add(missing.client);
				continue;
			}
			const place = places.of(struct, find);
			if (!place || !places.holds(place, struct)) return 'unknown-field';
			section.next++;
			// Back to the one that waited: it may need no more of this client.
			if (path.length > 1) onPath.delete(path.pop() ?? top);
		}
	}
	return undefined;
}

function hangsOn(struct: Struct): Y.ID[] {
	if (struct instanceof Y.GC) return NOTHING;
	return [struct.origin, struct.rightOrigin].filter((id) => id !== null);
}

/** The clock up to which an update's section for a client is walked. */
function reached(sections: Map<number, Section>, { client }: Y.ID): number {
	const section = sections.get(client);
	const last = section?.structs[section.next - 1];
	return last ? last.id.clock + last.length : 0;
}

/** The struct of a section that covers a clock. */
function among(structs: Struct[], clock: number): Struct {
	let [low, high] = [0, structs.length - 1];
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((structs[middle]?.id.clock ?? 0) <= clock) low = middle;
		else high = middle - 1;
	}
	const found = structs[low];
	if (!found) throw new Error('a struct was looked for that the update does not have');
	return found;
}
