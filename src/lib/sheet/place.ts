import * as Y from 'yjs';
import { parseKey, type Key } from './entries';
import { fits } from './fits';
import type { Struct } from './frame';
import { SET, type Layout } from './layout';

/** Where a struct belongs: a field, or nowhere (it hangs on something that was deleted long ago). */
export type Place = Key | 'nowhere';

/** Names that are remembered of a document: a device may send any. */
const MOST_KEYS = 2000;

const known = new WeakMap<Y.Doc, Places>();

/** Finds the field an item belongs to; undefined where this exercise has no such field. */
export class Places {
	#doc: Y.Doc;
	#layout: Layout;
	#keys = new Map<string, Key | undefined>();
	#roots = new Map<unknown, string>();
	#fresh = new Map<Struct, Place>();

	private constructor(doc: Y.Doc, layout: Layout) {
		this.#doc = doc;
		this.#layout = layout;
	}

	/** For another update of a document: what was found of its names and roots stays found. */
	static again(doc: Y.Doc, layout: Layout): Places {
		let places = known.get(doc);
		if (!places || places.#layout !== layout) places = new Places(doc, layout);
		known.set(doc, places);
		places.#fresh.clear();
		if (places.#keys.size > MOST_KEYS) places.#keys.clear();
		return places;
	}

	/**
	 * @param struct from an update; what it hangs on is known already
	 * @param find gives the struct with an id, of the update or of the document
	 */
	of(struct: Struct, find: (id: Y.ID) => Struct): Place | undefined {
		const place = this.#find(struct, find);
		if (place) this.#fresh.set(struct, place);
		return place;
	}

	#find(struct: Struct, find: (id: Y.ID) => Struct): Place | undefined {
		if (struct instanceof Y.GC) return 'nowhere';
		const { origin, rightOrigin } = struct;
		if (!origin && !rightOrigin) return this.#named(struct.parent, struct.parentSub);
		const left = origin && this.#there(find(origin));
		const right = rightOrigin && this.#there(find(rightOrigin));
		if (left === undefined || right === undefined) return undefined;
		if (left === 'nowhere' || right === 'nowhere') return 'nowhere';
		if (left && right && left !== right) return undefined;
		return left ?? right ?? undefined;
	}

	/** The place of a struct that stands in the document or came earlier in this update. */
	#there(struct: Struct): Place | undefined {
		const fresh = this.#fresh.get(struct);
		if (fresh) return fresh;
		if (struct instanceof Y.GC) return 'nowhere';
		if (!(struct.parent instanceof Y.AbstractType)) return undefined;
		if (!this.#roots.has(struct.parent)) {
			// one that is new, or that Yjs has given its type since
			this.#roots.clear();
			for (const [name, type] of this.#doc.share) this.#roots.set(type, name);
		}
		const root = this.#roots.get(struct.parent);
		return root === undefined ? undefined : this.#named(root, struct.parentSub);
	}

	#named(root: unknown, sub: string | null): Key | undefined {
		if (typeof root !== 'string' || (sub === null) === (root === SET)) return undefined;
		const name = sub ?? root;
		if (!this.#keys.has(name)) this.#keys.set(name, parseKey(name, this.#layout));
		const key = this.#keys.get(name);
		return key?.holds === (sub === null ? 'text' : 'value') ? key : undefined;
	}

	/** Whether the content of a struct is what its place holds. */
	holds(place: Place, struct: Struct): boolean {
		if (struct instanceof Y.GC || struct.content instanceof Y.ContentDeleted) return true;
		if (struct.content instanceof Y.ContentString)
			return place === 'nowhere' || place.holds === 'text';
		if (!(struct.content instanceof Y.ContentAny) || place === 'nowhere') return false;
		return (
			place.holds === 'value' &&
			struct.content.arr.every((value) => fits(place, value, this.#layout))
		);
	}
}
