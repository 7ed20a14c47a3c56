/** Yjs as it is, with points to die at after an update was decoded and after it was applied. */
import * as Y from 'yjs';
import { at } from './kill-points';

export * from 'yjs';

export const decodeUpdateV2: typeof Y.decodeUpdateV2 = (...given) => {
	const decoded = Y.decodeUpdateV2(...given);
	at('decoded');
	return decoded;
};

export const applyUpdate: typeof Y.applyUpdate = (...given) => {
	Y.applyUpdate(...given);
	at('applied');
};
