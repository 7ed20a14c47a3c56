import type { Attachment } from 'svelte/attachments';
import * as Y from 'yjs';
import { diff } from '../sheet/diff';
import { MAX_UPDATE } from '../sheet/limits';
import { fitting, moved } from './moved';

type Box = HTMLTextAreaElement | HTMLInputElement;

/** Bytes of one update that are not the text itself. */
const AROUND = 2048;

/**
 * Binds a box to a shared text: `<textarea {@attach typing(text, sheet.hold, sheet.release)}>`.
 * Every input becomes the smallest edit; what others write appears without moving the caret;
 * Ctrl+Z takes back only what was written in this box. A paste over 62 KiB is cut to what one
 * update carries.
 * @param hold,release nothing from outside is put into the document between the two: a phone's
 * keyboard composes most words, and writing into its box would end the word
 * @param wrote called at each input, for "is writing"
 */
export function typing(
	text: Y.Text,
	hold: () => void,
	release: () => void,
	wrote?: () => void
): Attachment<Box> {
	return (box) => {
		// eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing renders it
		const history = new Y.UndoManager(text, { trackedOrigins: new Set([box]) });
		let composing = false;

		const take = () => {
			const change = diff(text.toString(), box.value, box.selectionEnd ?? box.value.length);
			const insert = fitting(change.insert, MAX_UPDATE - AROUND);
			if (change.remove === 0 && insert === '') return;
			text.doc?.transact(() => {
				text.delete(change.at, change.remove);
				text.insert(change.at, insert);
			}, box);
			if (insert !== change.insert) show(change.at + insert.length, change.at + insert.length);
			wrote?.();
		};
		const show = (start: number, end: number) => {
			const { scrollTop, selectionDirection } = box;
			box.value = text.toString();
			// Elsewhere, setting a selection would take the focus from where somebody types.
			if (document.activeElement === box)
				box.setSelectionRange(start, end, selectionDirection ?? 'none');
			box.scrollTop = scrollTop;
		};
		const follow = (event: Y.YTextEvent, { origin }: Y.Transaction) => {
			if (origin === box) return;
			const { selectionStart, selectionEnd } = box;
			show(moved(selectionStart ?? 0, event.delta), moved(selectionEnd ?? 0, event.delta));
		};
		const begin = () => {
			if (!composing) hold();
			composing = true;
		};
		const end = () => {
			if (!composing) return;
			take();
			composing = false;
			release();
		};
		const undo = (event: Event, which: 'undo' | 'redo') => {
			event.preventDefault();
			if (!composing) history[which]();
		};
		const press = (event: Event) => {
			const { ctrlKey, metaKey, altKey, shiftKey, key } = event as KeyboardEvent;
			if (!(ctrlKey || metaKey) || altKey) return;
			if (key.toLowerCase() === 'z') undo(event, shiftKey ? 'redo' : 'undo');
			else if (key.toLowerCase() === 'y') undo(event, 'redo');
		};
		const before = (event: Event) => {
			const { inputType } = event as InputEvent;
			if (inputType === 'historyUndo') undo(event, 'undo');
			else if (inputType === 'historyRedo') undo(event, 'redo');
		};
		const listeners: [string, (event: Event) => void][] = [
			['input', take],
			['compositionstart', begin],
			['compositionend', end],
			['keydown', press],
			['beforeinput', before]
		];

		box.value = text.toString();
		text.observe(follow);
		for (const [name, listener] of listeners) box.addEventListener(name, listener);
		return () => {
			end();
			text.unobserve(follow);
			history.destroy();
			for (const [name, listener] of listeners) box.removeEventListener(name, listener);
		};
	};
}
