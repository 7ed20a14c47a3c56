import { reveal } from './reveal';
import { readScenario } from './read';
import type { Files, Reading, Tool } from './scenario';

const bytes = (text: string) => new TextEncoder().encode(text);

/** Files of a folder, from texts by path. */
export function folder(texts: Record<string, string>): Files {
	return new Map(Object.entries(texts).map(([path, text]) => [path, bytes(text)]));
}

const card = (id: string): Tool => ({
	id,
	name: id,
	kind: 'mla',
	countries: [],
	use: 'evidence',
	asks: [],
	executes: [],
	needs: '',
	limits: '',
	time: '',
	sources: [],
	obtains: { open: '' }
});

/** A toolbox of three cards. */
export const shipped = new Map(
	['mla-bank-records', 'so-telecom-data', 'police-to-police-liaison'].map((id) => [id, card(id)])
);

/** Reads a document with the three cards. */
export function read(document: string, others: Record<string, string> = {}): Reading {
	return readScenario('case', folder({ 'scenario.md': document, ...others }), shipped);
}

/** A case with a word of its own in every text that is not for everyone from the beginning. */
export const document = `---
title: Two Shores
summary: A case of {A} and {B}.
countries: { A: KE, B: SO }
parts: [spokesperson, defence]
sides: [requesting, requested]
---
# Situation
What everyone in {A} reads first.

#### Who is who
A list of people.

# Agenda
| Minutes | Step |
| --- | --- |
| 60-90 | Exercise: The investigation |
| 20 | Presentations (may be dropped) |
| 10 | Lunch break |
| 30 | Exercise: Priorities |
| 15 | Debrief |

# Exercise: The investigation {#investigation}
- alone first: 5 minutes

Instructions to the teams.

### Facilitator
Watch for ${'amber'}.

## Need: Call records {#call-records}
- held in: {B}
- held by: mobile operator
- needed within: 48 hours
- use: evidence

Why the investigation needs it.

### Expert
- so-telecom-data: first, before birch
- pitfall police-to-police-liaison: a lead, says cedar

Prose of the expert: delta.

### Facilitator
Say ebony.

## Inject: A phone called fjord {#second-phone}
- at: 25 minutes
- to: side requesting

The text has garnet.

## Handout: The account of hazel {#account}
- to: part defence

It tells of indigo.

## Handout: A map {#map}

For everyone.

## Question: Who signs? {#signs}
- answer: one, with reason
- short: Signing

Choose.

- [ ] The director {#director}
- [x] The central authority {#central}

### Answer
Because of jasper.

## Need: What the phone tells {#phone}
- after: second-phone

Held: kelp.

# Exercise: Priorities {#priorities}
- recommendations: yes

Write what should change.

# Debrief
The case shows lotus.

# Facilitator
Prepare maple.
`;

/** Every word that no participant may read from the beginning. */
export const secrets = [
	...['amber', 'birch', 'cedar', 'delta', 'ebony', 'fjord', 'garnet', 'hazel', 'indigo'],
	...['jasper', 'kelp', 'lotus', 'maple']
];

/**
 * Everything of a reading that some participant might get without anybody's decision: all that is
 * open (held and sealed texts do not spell themselves out), and what is held though it is for all
 * and waits for nothing.
 */
export function visible({ scenario }: Reading): string {
	const exercises = scenario?.exercises ?? [];
	const toAll = exercises.flatMap(({ items, handouts, injects }) =>
		[...items, ...handouts, ...injects].flatMap((block) =>
			block.audience.to === 'all' && !('open' in block.text) && block.kind !== 'need'
				? [reveal(block.text)]
				: []
		)
	);
	return [JSON.stringify(scenario ?? {}), ...toAll].join('\n');
}
