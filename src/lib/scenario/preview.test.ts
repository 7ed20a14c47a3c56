import { describe, expect, test } from 'vitest';
import { preview } from './preview';
import { document, read, secrets } from './read.fixture';

const blocks = (as: 'participant' | 'facilitator', text = document) =>
	preview(read(text).scenario!, as, () => undefined);

describe('preview', () => {
	test('shows a participant only what is open from the beginning', () => {
		const shown = JSON.stringify(blocks('participant'));
		for (const secret of secrets) expect(shown).not.toContain(secret);
		expect(shown).not.toContain('"right"');
		expect(blocks('participant').map(({ kind }) => kind)).toEqual([
			...['situation', 'exercise', 'handout', 'need', 'question', 'exercise']
		]);
	});

	test('shows a facilitator everything, each with its mark', () => {
		const shown = blocks('facilitator');
		for (const secret of secrets) expect(JSON.stringify(shown)).toContain(secret);
		expect(shown.find(({ kind }) => kind === 'inject')?.mark).toMatchObject({
			...{ state: 'held', at: 25, audience: { to: 'side', side: 'requesting' } }
		});
		expect(
			shown.find(({ kind }) => kind === 'question')?.options?.map(({ right }) => right)
		).toEqual([false, true]);
	});

	test('shows a facilitator what was not understood', () => {
		const shown = blocks('facilitator', document.replace('### Expert', '###Expert'));
		expect(shown.at(-1)).toMatchObject({ kind: 'not-understood', mark: { state: 'sealed' } });
		expect(shown.at(-1)?.html).toContain('birch');
	});
});
