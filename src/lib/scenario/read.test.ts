import { describe, expect, test } from 'vitest';
import { document, folder, read, secrets, shipped, visible } from './read.fixture';
import { readFully, readScenario } from './read';
import { reveal } from './reveal';

const found = (text: string, others?: Record<string, string>) => {
	const reading = read(text, others);
	if (!reading.scenario) throw new Error(JSON.stringify(reading.problems));
	return { ...reading, scenario: reading.scenario };
};

const lineOf = (part: string) => document.slice(0, document.indexOf(part)).split('\n').length;

describe('readScenario', () => {
	test('reads a whole scenario without a problem', () => {
		const { scenario, problems } = found(document);
		expect(problems).toEqual([]);
		expect(scenario.notUnderstood).toEqual([]);
		expect(scenario.summary).toBe('A case of Kenya and Somalia.');
		expect(scenario.situation.open).toContain('everyone in Kenya reads');
		expect(scenario.situation.open).toContain('#### Who is who');
		expect(scenario.exercises.map(({ id }) => id)).toEqual(['investigation', 'priorities']);
		const [first, second] = scenario.exercises;
		expect(first?.text.open).toBe('Instructions to the teams.');
		expect(first?.aloneFirst).toBe(5);
		expect(first?.recommendations).toBe(false);
		expect(second?.recommendations).toBe(true);
		expect(first?.items.map(({ id }) => id)).toEqual(['call-records', 'signs', 'phone']);
		expect(reveal(first!.facilitator)).toBe('Watch for amber.');
		expect(reveal(scenario.debrief)).toBe('The case shows lotus.');
		expect(reveal(scenario.facilitator)).toBe('Prepare maple.');
	});

	test('reads a need with its facts and the expert’s view', () => {
		const need = found(document).scenario.exercises[0]!.items[0]!;
		if (need.kind !== 'need') throw new Error(need.kind);
		expect(need).toMatchObject({
			title: 'Call records',
			short: 'Call records',
			heldIn: 'SO',
			heldBy: 'mobile operator',
			neededWithin: '48 hours',
			use: 'evidence',
			text: { open: 'Why the investigation needs it.' }
		});
		expect(need.expert.map(({ tool, pitfall, why }) => [tool, pitfall, reveal(why)])).toEqual([
			['so-telecom-data', false, 'first, before birch'],
			['police-to-police-liaison', true, 'a lead, says cedar']
		]);
		expect(reveal(need.expertText)).toBe('Prose of the expert: delta.');
	});

	test('reads a question with its options, and keeps the right one sealed', () => {
		const question = found(document).scenario.exercises[0]!.items[1]!;
		if (question.kind !== 'question') throw new Error(question.kind);
		expect(question).toMatchObject({ answer: 'one', withReason: true, short: 'Signing' });
		expect(question.text).toEqual({ open: 'Choose.' });
		expect(question.options).toEqual([
			{ id: 'director', text: 'The director' },
			{ id: 'central', text: 'The central authority' }
		]);
		expect(reveal(question.right)).toBe('central');
		expect(reveal(question.answerText)).toBe('Because of jasper.');
	});

	test('takes options that stand in one list with the settings', () => {
		const text = document.replace('- short: Signing\n\nChoose.\n', '- short: Signing\n');
		const question = found(text).scenario.exercises[0]!.items[1]!;
		if (question.kind !== 'question') throw new Error(question.kind);
		expect(question.options.map(({ id }) => id)).toEqual(['director', 'central']);
	});

	test('holds injects, handouts for some, and needs that wait', () => {
		const { injects, handouts, items } = found(document).scenario.exercises[0]!;
		expect(injects[0]).toMatchObject({ at: 25, audience: { to: 'side', side: 'requesting' } });
		expect(reveal(injects[0]!.text)).toBe('The text has garnet.');
		expect(handouts[1]!.text).toEqual({ open: 'For everyone.' });
		expect(JSON.stringify([injects, handouts[0], items[2]])).not.toMatch(/fjord|garnet|hazel|kelp/);
	});

	test('reads the agenda with ranges, breaks and what may be dropped', () => {
		expect(found(document).scenario.agenda).toEqual([
			{
				atLeast: 60,
				minutes: 90,
				title: 'The investigation',
				kind: 'exercise',
				exercise: 'investigation',
				droppable: false
			},
			{ atLeast: 20, minutes: 20, title: 'Presentations', kind: 'presentations', droppable: true },
			{ atLeast: 10, minutes: 10, title: 'Lunch break', kind: 'break', droppable: false },
			{
				atLeast: 30,
				minutes: 30,
				title: 'Priorities',
				kind: 'exercise',
				exercise: 'priorities',
				droppable: false
			},
			{ atLeast: 15, minutes: 15, title: 'Debrief', kind: 'debrief', droppable: false }
		]);
	});

	test('makes an agenda of the exercises where there is none', () => {
		const text = document.replace(/# Agenda[^]*?(?=# Exercise)/, '');
		expect(found(text).scenario.agenda.map(({ exercise }) => exercise)).toEqual([
			'investigation',
			'priorities'
		]);
	});

	test('is content with a title and one question', () => {
		const { scenario, problems } = found('---\ntitle: Short\n---\n## Question: Why?\n');
		expect(problems).toEqual([]);
		expect(scenario.exercises).toHaveLength(1);
		expect(scenario.exercises[0]).toMatchObject({
			title: 'Short',
			items: [{ id: 'why', answer: 'text' }]
		});
	});

	test('reads Windows line ends and a byte-order mark like any other', () => {
		const windows = read(`\uFEFF${document.replaceAll('\n', '\r\n')}`);
		expect(windows.problems).toEqual([]);
		expect(JSON.stringify(windows)).toBe(JSON.stringify(read(document)));
	});

	test('names what a Windows file has wrong by the same line', () => {
		const text = document.replace('### Expert', '###Expert');
		const lines = (written: string) => read(written).problems.map(({ line }) => line);
		expect(lines(text.replaceAll('\n', '\r\n'))).toEqual(lines(text));
	});

	test('prefers the scenario’s own cards, and leaves out cards of other countries', () => {
		const own =
			'---\nname: Ours\nuse: lead\nsources: [{ text: t, date: 2026-11-01, confidence: high }]\n---\nIt obtains.';
		const far = new Map([
			...shipped,
			['far', { ...shipped.get('mla-bank-records')!, id: 'far', countries: ['NZ'] }]
		]);
		const files = folder({ 'scenario.md': document, 'toolbox/mla-bank-records.md': own });
		const { tools } = readScenario('case', files, far);
		expect(tools.find(({ id }) => id === 'mla-bank-records')?.name).toBe('Ours');
		expect(tools.map(({ id }) => id).sort()).toEqual([
			'mla-bank-records',
			'police-to-police-liaison',
			'so-telecom-data'
		]);
	});

	test('tells which ids are missing, for check --fix', () => {
		const text = document.replace(' {#map}', '').replace(' {#director}', '');
		expect(
			readFully('case', folder({ 'scenario.md': text }), shipped).missing.map(({ id }) => id)
		).toEqual(['a-map', 'the-director']);
	});
});

describe('a scenario that cannot be used', () => {
	const unusable: [string, string, number, RegExp][] = [
		['no front matter', '# Situation\n', 1, /front matter/],
		['front matter that does not end', '---\ntitle: A\n# Situation\n', 1, /no end/],
		[
			'front matter that is no YAML',
			document.replace('summary: A', 'summary: A: B'),
			3,
			/cannot be read/
		],
		['a key twice', document.replace('summary:', 'title:'), 3, /cannot be read/],
		['aliases', document.replace('summary: A', 'labels: [&a b, *a]\nsummary: A'), 2, /aliases/],
		['no title', document.replace('title: Two Shores\n', ''), 1, /no title/],
		['nothing to work on', '---\ntitle: A\n---\n# Situation\nText.\n', 1, /nothing to work on/],
		['an id twice', document.replace('{#map}', '{#account}'), lineOf('{#map}'), /used twice/],
		[
			'an option twice',
			document.replace('{#central}', '{#director}'),
			lineOf('{#central}'),
			/used twice/
		]
	];
	test.each(unusable)('has %s: line and reason are named', (_, text, line, message) => {
		const { scenario, problems } = read(text);
		expect(scenario).toBeUndefined();
		expect(problems.filter(({ level }) => level === 'unusable')).toMatchObject([
			{ line, message: expect.stringMatching(message) }
		]);
	});

	test('has no document, or one that is no text: it is listed under its folder’s name', () => {
		for (const files of [
			new Map(),
			new Map([['scenario.md', new Uint8Array([0xff, 0xfe, 0x41, 0])]])
		]) {
			const reading = readScenario('broken', files, shipped);
			expect(reading).toMatchObject({ title: 'broken', scenario: undefined });
			expect(reading.problems).toMatchObject([{ file: 'scenario.md', level: 'unusable' }]);
		}
	});
});

describe('advice', () => {
	const advice: [string, string, string, RegExp][] = [
		[
			'a letter of no country',
			'What everyone in {A}',
			'What everyone in {C}',
			/\{C\} stands for no country/
		],
		['an unknown key', 'summary:', 'sumary:', /"sumary" is no key/],
		['a country that is none', 'B: SO', 'B: XQ', /"XQ" is no country code/],
		[
			'an agenda’s exercise that is none',
			'| 30 | Exercise: Priorities',
			'| 30 | Exercise: Prioritys',
			/"Prioritys"/
		],
		['minutes that are none', '| 15 | Debrief', '| soon | Debrief', /"soon" is no number/],
		['a file that is not there', 'For everyone.', '![A map](map.png)', /no file "map.png"/],
		[
			'a picture from elsewhere',
			'For everyone.',
			'![A map](https://example.org/map.png)',
			/not in the scenario/
		],
		['a link that leads nowhere', 'For everyone.', '[A map](javascript:alert)', /leads nowhere/],
		[
			'a setting without effect',
			'- at: 25 minutes',
			'- at: 25 minutes\n- channel: radio',
			/"channel" has no effect yet/
		],
		[
			'a way of answering that is unknown',
			'# Debrief',
			'## Question: Sure? {#sure}\n- answer: txet\n\n# Debrief',
			/answered in free text/
		],
		['an indented heading', '### Expert', '  ### Expert', /indented/]
	];
	test.each(advice)('is given on %s, and everything stays usable', (_, from, to, message) => {
		const reading = read(document.replace(from, to));
		expect(reading.scenario).toBeDefined();
		expect(reading.problems).toContainEqual(
			expect.objectContaining({ level: 'advice', message: expect.stringMatching(message) })
		);
		for (const secret of secrets) expect(visible(reading)).not.toContain(secret);
	});
});
