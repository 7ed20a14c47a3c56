import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Delegation, Entry } from './person';
import { MOST_ROWS, readRoster } from './roster';

const delegations: Delegation[] = [
	{ id: 'ke', name: 'Kenya', kind: 'host' },
	{ id: 'so', name: 'Somalia', kind: 'host' },
	{ id: 'eu', name: 'European Union', kind: 'guest' }
];
const given = { delegations, present: [] as Entry[] };
const read = (input: string | Uint8Array) => readRoster(input, given);

const header = 'name,delegation,role,institution,gender,languages,standing';
const amina: Entry = {
	name: 'Amina Yusuf',
	delegation: 'Kenya',
	role: 'prosecutor',
	institution: 'ODPP, Nairobi',
	gender: 'F',
	languages: 'Swahili; English',
	standing: 'member'
};

describe('readRoster, of the rows', () => {
	test('good rows are kept and each bad one is told by its line', () => {
		const list = [
			header,
			'Amina Yusuf,Kenya,prosecutor,,F,Swahili,',
			',Kenya,judge,,,,',
			'Halima Cabdi,Somalai,judge,,,,',
			'Otieno Kiragu,,judge,,,,',
			'Lena Vest,European Union,adviser,,,,guest of honour',
			`${'x'.repeat(121)},Kenya,,,,,`,
			`Omar Ali,Somalia,${'x'.repeat(201)},,,,`,
			'Idil, Warsame,Somalia,judge,,F,Somali,member',
			'Faadumo Qalinle,Somalia,judge,,,,observer'
		].join('\n');
		const { entries, problems, guests } = read(list);
		expect(entries.map(({ line, entry }) => [line, entry.name, entry.standing])).toEqual([
			[2, 'Amina Yusuf', 'member'],
			[10, 'Faadumo Qalinle', 'observer']
		]);
		expect(problems).toEqual([
			{ line: 3, message: { kind: 'no-name' } },
			{ line: 4, message: { kind: 'unknown-delegation', found: 'Somalai', near: 'Somalia' } },
			{ line: 5, message: { kind: 'no-delegation', name: 'Otieno Kiragu' } },
			{ line: 6, message: { kind: 'unknown-standing', found: 'guest of honour' } },
			{ line: 7, message: { kind: 'too-long', column: 'name', most: 120 } },
			{ line: 8, message: { kind: 'too-long', column: 'role', most: 200 } },
			{ line: 9, message: { kind: 'extra-cells', cells: 8, columns: 7 } }
		]);
		expect(guests).toEqual([]);
	});

	test('lines are those of the file, through quoted line ends and blank rows', () => {
		const list = 'name,delegation\r\n"Amina\r\nYusuf",Kenya\r\n\r\n,,\r\n,Kenya\r\nHalima,Somalia';
		const { entries, problems } = read(list);
		expect(entries.map(({ line, entry }) => [line, entry.name])).toEqual([
			[2, 'Amina Yusuf'],
			[7, 'Halima']
		]);
		expect(problems).toEqual([{ line: 6, message: { kind: 'no-name' } }]);
	});

	test('a quotation mark that does not close spoils its own row only', () => {
		const list = [
			'name,delegation',
			'"Amina,Kenya',
			'Halima,Somalia',
			'"Otieno "the judge" Kiragu",Kenya',
			'Lena "Leni" Vest,European Union',
			'"Omar",Somalia'
		].join('\n');
		const { entries, problems } = read(list);
		expect(entries.map(({ line, entry }) => [line, entry.name])).toEqual([
			[3, 'Halima'],
			[5, 'Lena "Leni" Vest'],
			[6, 'Omar']
		]);
		expect(problems).toEqual([
			{ line: 2, message: { kind: 'open-quote' } },
			{ line: 4, message: { kind: 'open-quote' } }
		]);
	});

	test('a repeated name is told, and nobody is merged', () => {
		const list = [
			'name,delegation',
			'Amina Yusuf,Kenya',
			'AMINA  YÚSUF,kenya',
			'Amina Yusuf,Somalia'
		].join('\n');
		const { entries, problems } = read(list);
		expect(entries.map(({ line }) => line)).toEqual([2, 4]);
		expect(problems).toEqual([
			{
				line: 3,
				message: { kind: 'twice', name: 'AMINA  YÚSUF', delegation: 'Kenya', firstLine: 2 }
			}
		]);
	});

	test('who is in the workshop already is told too', () => {
		const result = readRoster('name,delegation\namina yusuf,Kenya\nHalima,Kenya', {
			delegations,
			present: [amina]
		});
		expect(result.problems).toEqual([
			{ line: 2, message: { kind: 'present', name: 'amina yusuf', delegation: 'Kenya' } }
		]);
		expect(result.entries.map(({ line }) => line)).toEqual([3]);
	});

	test('hidden and control characters are taken out, markup stays text', () => {
		const list = 'name,delegation\n\u202EAmi\u0000na\u200B <b>Y</b>\u00A0,Ken\u200Fya\n';
		expect(read(list).entries[0]?.entry).toMatchObject({
			name: 'Amina <b>Y</b>',
			delegation: 'Kenya'
		});
	});

	test('rows beyond the longest list are told at the first of them', () => {
		const rows = Array.from({ length: MOST_ROWS + 5 }, (_, i) => `Person ${i},Kenya`);
		const { entries, problems } = read(['name,delegation', ...rows].join('\n'));
		expect(entries).toHaveLength(MOST_ROWS);
		expect(problems).toEqual([
			{ line: MOST_ROWS + 2, message: { kind: 'too-many', most: MOST_ROWS } }
		]);
	});
});

describe('readRoster, of anything at all', () => {
	test('every row that holds something is an entry or a problem, and no bytes make it throw', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
				expect(read(bytes).problems.length + read(bytes).entries.length).toBeGreaterThan(0);
			})
		);
		const cell = fc.constantFrom(
			'',
			'Amina',
			'Kenya',
			'"',
			'a"b',
			'"x,y"',
			'"two\nlines"',
			'Uganda'
		);
		fc.assert(
			fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 12 }), (rows) => {
				const text = rows.map((row) => row.join(',')).join('\n');
				const { entries, problems } = read(`name,delegation\n${text}`);
				const told = new Set([...entries, ...problems].map(({ line }) => line));
				expect(told.size).toBe(entries.length + problems.length);
			})
		);
	});

	test('a table written with quotes comes back as it was', () => {
		const value = fc.stringMatching(/^[a-zA-Z",;éقक'-]{1,20}$/);
		fc.assert(
			fc.property(
				fc.uniqueArray(value, { maxLength: 10, selector: (v) => v.toLowerCase() }),
				(list) => {
					const rows = list.map((name) => `Kenya,"X${name.replaceAll('"', '""')}Y"`);
					const { entries, problems } = read(['delegation,name', ...rows].join('\n'));
					const problemKinds = problems.map(({ message }) => message.kind);
					expect(problemKinds.filter((kind) => kind !== 'twice' && kind !== 'no-rows')).toEqual([]);
					for (const { line, entry } of entries) expect(entry.name).toBe(`X${list[line - 2]}Y`);
					if (list.length > 0) expect(entries.length + problems.length).toBe(list.length);
				}
			)
		);
	});
});
