import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PAYLOADS } from './payloads';

const canary = 'tests/fixtures/scenarios/canary';

/** Where an author writes, by a word of the canary scenario that stands there. */
const PLACES = [
	'OPEN-SITUATION',
	'OPEN-IMAGE',
	'OPEN-AGENDA',
	'OPEN-EXERCISE',
	'OPEN-NEED-ONE-TITLE',
	'OPEN-NEED-ONE-WHY',
	'CANARY-EXPERT-WHY-1',
	'CANARY-EXPERT-TEXT',
	'CANARY-FACILITATOR-NEED',
	'CANARY-INJECT-HAND-TITLE',
	'CANARY-INJECT-HAND-TEXT',
	'OPEN-HANDOUT-TITLE',
	'OPEN-HANDOUT-TEXT',
	'OPEN-QUESTION-TITLE',
	'OPEN-QUESTION-TEXT',
	'OPEN-OPTION-POLICE',
	'CANARY-ANSWER-TEXT',
	'CANARY-DEBRIEF-HEADING',
	'CANARY-DEBRIEF-1',
	'CANARY-FACILITATOR-SAY'
];

/** Fields of the front matter. */
const FIELDS = ['title', 'summary', 'fiction', 'licence'];

/**
 * A folder of scenarios with a payload in every place an author can write in, another one in each:
 * together they hold every payload, each in a place of its own, so that none swallows the next.
 * @returns the folder and the scenarios' names
 */
export function lacedScenarios(): { folder: string; slugs: string[] } {
	const folder = mkdtempSync(join(tmpdir(), 'baraza-laced-'));
	const slugs: string[] = [];
	const places = PLACES.length + FIELDS.length;
	for (let at = 0; at < PAYLOADS.length; at += places) {
		const slug = `laced-${slugs.length}`;
		slugs.push(slug);
		cpSync(canary, join(folder, slug), { recursive: true });
		const payload = (place: number) => PAYLOADS[(at + place) % PAYLOADS.length] ?? '';
		let text = readFileSync(join(canary, 'scenario.md'), 'utf8');
		for (const [index, place] of PLACES.entries()) {
			// In a heading, a list or a picture a line end would only end it.
			const isLine = !/TEXT|WHY$|SITUATION|EXERCISE$|DEBRIEF-1/.test(place);
			const words = isLine ? payload(index).replace(/\s+/g, ' ') : `${payload(index)}\n\n`;
			if (!text.includes(place)) throw new Error(`the canary scenario has no ${place}`);
			text = text.replace(place, () => `${place} ${words}`);
		}
		for (const [index, field] of FIELDS.entries())
			text = text.replace(
				new RegExp(`^${field}: .*$`, 'm'),
				() => `${field}: ${JSON.stringify(`Laced ${payload(PLACES.length + index)}`)}`
			);
		writeFileSync(join(folder, slug, 'scenario.md'), text);
		mkdirSync(join(folder, slug, 'toolbox'));
		writeFileSync(join(folder, slug, 'toolbox/laced.md'), card(payload(0), payload(1)));
	}
	return { folder, slugs };
}

function card(one: string, two: string): string {
	const [a, b] = [one, two].map((text) => JSON.stringify(text.replace(/\s+/g, ' ')));
	return `---
name: ${a}
kind: police
countries: [KE, SO]
use: lead
asks: [${b}]
executes: [${a}]
needs: ${b}
limits: ${a}
time: ${b}
sources: [{ text: ${a}, url: ${b}, date: 2026-11-01, confidence: high }]
---
${one}

${two}
`;
}
