import type { Key } from './entries';
import { HORIZONS, URGENCIES, USES, type Layout } from './layout';
import { MAX_LIST, MAX_RANK, MAX_VALUE } from './limits';

/**
 * Whether a value may stand under this key of the root map. `null` may stand anywhere: it takes
 * a value back without the trouble a real delete makes between two browsers.
 * @param key a key that holds a value
 * @param value whatever came
 */
export function fits(key: Key, value: unknown, layout: Layout): boolean {
	if (value === null) return true;
	switch (key.field) {
		case 'urgency':
			return oneOf(URGENCIES, value);
		case 'use':
			return oneOf(USES, value);
		case 'horizon':
			return oneOf(HORIZONS, value);
		case 'rank':
			return typeof value === 'string' && value.length <= MAX_RANK && /^[0-9A-Za-z]+$/.test(value);
		case 'countries':
			return isList(value) && value.every(isShort);
		case 'need':
			return oneOf(layout.needs, value);
		case 'value':
			return isAnswer(key, value, layout);
		default:
			return isShort(value);
	}
}

function isAnswer(key: Key, value: unknown, layout: Layout): boolean {
	const of = key.of;
	const question = of.kind === 'answer' && layout.questions.find((q) => q.id === of.question);
	if (!question || question.answer === 'text') return false;
	if (question.answer === 'one') return oneOf(question.options, value);
	return (
		Array.isArray(value) &&
		value.length <= question.options.length &&
		value.every((option) => oneOf(question.options, option))
	);
}

function oneOf(list: readonly string[], value: unknown): boolean {
	return typeof value === 'string' && list.includes(value);
}

function isShort(value: unknown): value is string {
	return typeof value === 'string' && value.length <= MAX_VALUE;
}

function isList(value: unknown): value is unknown[] {
	return Array.isArray(value) && value.length <= MAX_LIST;
}
