import { describe, expect, test } from 'vitest';
import type { Delegation, Entry } from './person';
import { readRoster } from './roster';

const delegations: Delegation[] = [
	{ id: 'ke', name: 'Kenya', kind: 'host' },
	{ id: 'so', name: 'Somalia', kind: 'host' },
	{ id: 'eu', name: 'European Union', kind: 'guest' }
];
const given = { delegations, present: [] as Entry[] };
const read = (input: string | Uint8Array) => readRoster(input, given);
const names = (input: string | Uint8Array) => read(input).entries.map(({ entry }) => entry.name);

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

describe('readRoster, of the file', () => {
	const rows = (s: string) =>
		[
			['name', 'delegation', 'role', 'institution', 'gender', 'languages'],
			['Amina Yusuf', 'Kenya', 'prosecutor', '"ODPP, Nairobi"', 'F', '"Swahili; English"']
		]
			.map((row) => row.join(s))
			.join('\r\n');

	test('commas, semicolons and tabs, and every kind of line end', () => {
		for (const separator of [',', ';', '\t'])
			for (const end of ['\n', '\r\n', '\r'])
				expect(read(rows(separator).replaceAll('\r\n', end) + end)).toEqual({
					entries: [{ line: 2, entry: amina, extra: [] }],
					problems: [],
					guests: []
				});
	});

	test('UTF-8 with and without mark, UTF-16 with mark, and Windows-1252', () => {
		const text = 'name;delegation\nZoë Müller–Ngũgĩ;Kenya\n';
		const utf8 = new TextEncoder().encode(text);
		const utf16 = new Uint8Array(
			new Uint16Array([...`\uFEFF${text}`].map((c) => c.charCodeAt(0))).buffer
		);
		const swapped = utf16.map((_, i) => utf16[i ^ 1] as number);
		for (const bytes of [utf8, Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8]), utf16, swapped])
			expect(names(bytes)).toEqual(['Zoë Müller–Ngũgĩ']);
		const western = Uint8Array.from(
			[...'name;delegation\nZo\xeb M\xfcller\x96Ngugi;Kenya\n'].map((c) => c.charCodeAt(0))
		);
		expect(names(western)).toEqual(['Zoë Müller–Ngugi']);
		expect(names(`\uFEFF${text}`)).toEqual(['Zoë Müller–Ngũgĩ']);
	});

	test('headings in any order, with capitals, stars and notes, after title rows', () => {
		const list = [
			'"Regional workshop, Kilindwe",,',
			'Participants,,',
			',,',
			'Country*,Role (profession), FULL NAME ',
			'Somalia,judge,Halima Cabdi'
		].join('\n');
		expect(read(list)).toMatchObject({
			problems: [],
			entries: [{ line: 5, entry: { name: 'Halima Cabdi', delegation: 'Somalia', role: 'judge' } }]
		});
	});

	test('headings in Swahili, Somali, French and Arabic', () => {
		const heads = [
			'Jina,Nchi,Wadhifa,Taasisi,Jinsia,Lugha',
			"Magaca,Dalka,Xilka,Hay'adda,Jinsiga,Luqadaha",
			'Nom et prénom,Pays,Fonction,Institution,Sexe,Langues',
			'الاسم,البلد,المهنة,المؤسسة,الجنس,اللغات'
		];
		for (const head of heads)
			expect(
				read(`${head}\nAmina Yusuf,Kenya,prosecutor,"ODPP, Nairobi",F,"Swahili; English"\n`)
			).toEqual({ entries: [{ line: 2, entry: amina, extra: [] }], problems: [], guests: [] });
	});

	test('of two columns that could be the delegation, the one called so is it', () => {
		expect(read('country,delegation,name\nFrance,European Union,Anne').entries).toMatchObject([
			{ entry: { delegation: 'European Union' }, extra: [['country', 'France']] }
		]);
	});

	test('unknown columns are kept aside, whatever they are called', () => {
		const { entries } = read('name,delegation,__proto__,Table\nAmina,Kenya,x,4\n');
		expect(entries[0]?.extra).toEqual([
			['__proto__', 'x'],
			['Table', '4']
		]);
	});

	test('a file with nothing, with no list, or that is no text is one problem that says which', () => {
		const kinds = (input: string | Uint8Array) => read(input).problems.map((p) => p.message.kind);
		expect(kinds('')).toEqual(['empty']);
		expect(kinds(' \n\n ,, \n')).toEqual(['empty']);
		expect(kinds(`${header}\n\n`)).toEqual(['no-rows']);
		expect(kinds(Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0]))).toEqual(['unreadable']);
		expect(kinds(Uint8Array.from({ length: 300 }, (_, i) => i % 32))).toEqual(['unreadable']);
		expect(read('title\n\nname,role\nAmina,judge').problems).toEqual([
			{ line: 3, message: { kind: 'no-column', column: 'delegation' } }
		]);
		expect(kinds('Amina;Kenya\nHalima;Somalia')).toEqual(['no-column', 'no-column']);
	});
});

describe('readRoster, of a file made to keep it busy', () => {
	test(
		'half a megabyte of anything ends with rows or with what is wrong',
		{ timeout: 60_000 },
		() => {
			for (const text of [
				`name,delegation,${'('.repeat(500_000)}\na,b`,
				`name,delegation\n${' '.repeat(500_000)}a,b`,
				`name,delegation\n${'"\n'.repeat(250_000)}`,
				'name,'.repeat(100_000),
				`name,delegation\n${Array.from({ length: 2000 }, (_, i) => `P,${(i * 7919 + 1e6) ** 3}`).join('\n')}`
			]) {
				const { entries, problems } = read(text);
				expect(entries.length + problems.length, text.slice(0, 40)).toBeGreaterThan(0);
			}
		}
	);
});
