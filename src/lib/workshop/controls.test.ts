import { describe, expect, test } from 'vitest';
import { controlsFor } from './controls';

const amina = { id: 'amina', name: 'Amina', owner: true, since: 1 };
const ekow = { id: 'ekow', name: 'Ekow', owner: false, since: 2 };

describe('controlsFor', () => {
	test('nothing is said to somebody who leads alone', () => {
		expect(controlsFor({ leads: [amina], controls: 'amina' }, 'amina')).toBeNull();
	});
	test('of two both are told who holds them', () => {
		const state = { leads: [amina, ekow], controls: 'ekow' };
		expect(controlsFor(state, 'amina')).toEqual({ holder: 'Ekow', mine: false });
		expect(controlsFor(state, 'ekow')).toEqual({ holder: 'Ekow', mine: true });
	});
});
