import { expect, test } from 'vitest';
import { board } from './board';
import type { Joint, Source } from './joint';

const source = (id: string, team: string): Source => ({
	id,
	team,
	text: `Text of ${id}`,
	language: 'en',
	horizon: 'immediate',
	owner: '',
	countries: [],
	answers: '',
	rank: 1,
	now: null
});
const joint: Joint = {
	id: 'j',
	name: 'Contacts',
	text: 'Both sides name contacts.',
	owner: '',
	horizon: 'short',
	sources: [source('s/a', 'acacia'), source('s/b', 'acacia'), source('t/a', 'fig')]
};

test('each stands in its horizon with the teams behind it, the most first; what does not fit is counted', () => {
	const alone = [source('s/c', 'acacia'), source('t/c', 'fig'), source('t/d', 'fig')];
	const shown = board({ joints: [joint], alone }, 2);
	expect(shown).toMatchObject({ from: 6, to: 4, teams: 2 });
	const [immediate, short, medium] = shown.horizons;
	expect(immediate).toMatchObject({ items: [{ name: 'Text of s/c', teams: 1 }, {}], more: 1 });
	expect(short).toEqual({
		horizon: 'short',
		items: [{ id: 'j', name: 'Contacts', teams: 2 }],
		more: 0
	});
	expect(medium).toEqual({ horizon: 'medium', items: [], more: 0 });
});
