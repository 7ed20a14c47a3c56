import { expect, test } from 'vitest';
import { m } from '$lib/paraglide/messages';
import { savedWords } from './saved-words';

test('who has not voted yet is shown no tick, which would say that it is done', () => {
	const nothing = savedWords({ saved: 'saved', unsent: 0, said: 0 }, true);
	expect(nothing.title).toBe(m.vote_nothing_said());
	expect(nothing.icon).not.toBe('check');
	expect(savedWords({ saved: 'saved', unsent: 0, said: 1 }, true).icon).toBe('check');
});
