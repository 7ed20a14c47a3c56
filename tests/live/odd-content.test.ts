import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Results } from '../../src/lib/report/results';
import { addChoice, addContact, setValue } from '../../src/lib/sheet/edit';
import { layoutOf, SET } from '../../src/lib/sheet/layout';
import type { ServerChild } from '../faults/child';
import { frame, other, values, words } from '../fixtures/frame';
import { readDocx, readXlsx } from '../fixtures/read-files';
import { account, begin, enter, prepare, production, type Prepared } from './production';
import { Writer } from './writer';

const TOOL = 'public-registry-check';
const ENTRY = `choice/papers/${TOOL}/SO`;
/** As people may write it by accident, by malice or in their language. */
const ODD = {
	'bidi controls': 'safe \u202Egpj.exe\u202C \u2066inside\u2069',
	'control characters': 'before\u0000\u0001\u0008\u000b\u001f\u007fafter',
	'stacked accents': `Z${'\u0300\u0301\u0302'.repeat(300)}o`,
	'half a pair': 'half \ud83d alone',
	'no characters': '\ufffe\uffff\u{10ffff}',
	'a formula': '=HYPERLINK("http://example.org")',
	markup: '</textarea><script>alert(1)</script>',
	'a million of one': 'ﷺ'.repeat(20_000)
};

let server: ServerChild;
let here: Prepared;
let sheet = '';
let [writer, mate]: Writer[] = [];

beforeAll(async () => {
	server = await production();
	here = await prepare(await account(server, 'Rosa'), [
		'Abdi One,Kenya,judge,member',
		'Beza One,Somalia,judge,member'
	]);
	const { teams } = await begin(here, 1);
	sheet = teams[0]?.sheet ?? '';
	[writer, mate] = await Promise.all(
		['Abdi One', 'Beza One'].map(async (name) => {
			const { cookie } = await enter(server, here.code, name);
			return new Writer(server.origin, cookie, here.code, sheet);
		})
	);
});
afterAll(async () => {
	writer?.close();
	mate?.close();
	await server[Symbol.asyncDispose]();
});

const pens = () => ({ writer: writer as Writer, mate: mate as Writer });

async function bytes(name: string): Promise<Uint8Array> {
	const response = await fetch(`${server.origin}/facilitate/${here.id}/${name}`, {
		headers: { cookie: here.leads.cookie }
	});
	expect(response.status, name).toBe(200);
	return response.bytes();
}

const file = async (name: string) => new TextDecoder().decode(await bytes(name));

/** Everything that is made from the sheets. */
async function made() {
	const [json = '', csv = '', md = '', page = ''] = await Promise.all(
		['results.json', 'results.csv', 'results.md', 'report'].map(file)
	);
	const [docx, sheets] = await Promise.all([
		bytes('results.docx').then(readDocx),
		bytes('results.xlsx').then(readXlsx)
	]);
	const xlsx = sheets.flatMap(({ data }) => data.flat().map(String)).join('\n');
	return { json: JSON.parse(json) as Results, csv, md, page, docx: docx.text, xlsx };
}

describe('C3, R22: well-formed, and not of this exercise', () => {
	const client = 77;
	const at = (root: string, key?: string) => ({ root, ...(key !== undefined && { key }) });
	const one = (...structs: Parameters<typeof frame>[0][number]['structs']) =>
		frame([{ client, clock: 0, structs }]);

	test.each([
		['text where values belong', () => one(words(at(SET), 'x'))],
		['a value where text belongs', () => one(values(at('notes|text'), 'x'))],
		['a map where text belongs', () => one(other(7, at('notes|text'), 1))],
		['a value under a text’s key', () => one(values(at(SET, 'notes|text'), 'x'))],
		['a field of no name', () => one(words(at(''), 'x'))],
		['a key of a megabyte', () => one(values(at(SET, `${ENTRY}|${'k'.repeat(1e6)}`), 'x'))],
		['a root of a megabyte', () => one(words(at('r'.repeat(1e6)), 'x'))],
		['a rank of ten thousand', () => one(values(at(SET, `${ENTRY}|rank`), 'a'.repeat(1e4)))],
		['__proto__ as a key', () => one(values(at(SET, '__proto__'), { polluted: true }))],
		['__proto__ as a field', () => one(values(at(SET, `${ENTRY}|__proto__`), 'x'))],
		['__proto__ as a root', () => one(words(at('__proto__'), 'x'))],
		['constructor as a field', () => one(values(at(SET, `${ENTRY}|constructor`), 'x'))],
		['an object where a word belongs', () => one(values(at(SET, `${ENTRY}|asks`), { a: 1 }))],
		['a need that is none', () => one(values(at(SET, `choice/none/${TOOL}/SO|asks`), 'x'))],
		['an option that is none', () => one(values(at(SET, 'answer/signs|value'), 'none'))]
	])('%s is refused', async (_, bytes) => {
		const { writer } = pens();
		await writer.join(client);
		expect(await writer.catchUp(bytes())).toMatchObject({ what: 'refused' });
		expect({}).not.toHaveProperty('polluted');
	});
});

describe('C3: well-formed, of this exercise, and odd', () => {
	test('whatever stands in the fields, the results are made in every form', async () => {
		const { writer, mate } = pens();
		await Promise.all([writer.join(), mate.join()]);
		const layout = layoutOf(
			{ items: [{ kind: 'need', id: 'papers' }], recommendations: false } as never,
			[TOOL]
		);
		addChoice(writer.doc, layout, { need: 'papers', tool: TOOL, country: 'SO' });
		for (const [name, text] of Object.entries(ODD)) {
			writer.write(`[${name}: ${text}]`, ENTRY, 'reason');
			setValue(writer.doc, ENTRY, 'asks', text.slice(0, 400));
			const id = `odd-${Object.keys(ODD).indexOf(name)}`.padEnd(12, '_');
			addContact(writer.doc, { id, need: 'papers', role: text.slice(0, 90), institution: name });
			expect(await writer.catchUp(Y.encodeStateAsUpdate(writer.doc)), name).toEqual({
				what: 'kept'
			});
		}
		const { json, csv, md, page, docx, xlsx } = await made();
		const [choice] = json.teams[0]?.choices ?? [];
		for (const name of Object.keys(ODD)) {
			expect(choice?.reason).toContain(`[${name}: `);
			for (const text of [csv, md, page, docx, xlsx]) expect(text).toContain(name);
		}
		// eslint-disable-next-line no-control-regex
		expect(csv + md).not.toMatch(/[\u0000-\u0008\u000b\u000e-\u001f]/);
		expect(csv).not.toContain(',=HYPERLINK');
		expect(page).not.toContain('<script>alert(1)');
		// half a pair travels as a replacement character: what counts is what everybody has
		await writer.join();
		await expect
			.poll(() => mate.doc.getText(`${ENTRY}|reason`).toString())
			.toBe(writer.doc.getText(`${ENTRY}|reason`).toString());
	}, 30_000);
	test('halves of a pair that two people split are no trouble', async () => {
		const { writer, mate } = pens();
		await Promise.all([writer.join(), mate.join()]);
		await writer.send(writer.write('😀', 'notes'));
		await expect.poll(() => mate.doc.getText('notes|text').toString()).toContain('😀');
		const text = mate.doc.getText('notes|text');
		text.insert(text.length - 1, 'between');
		expect(await mate.send(mate.taken())).toEqual({ what: 'kept' });
		await expect
			.poll(() => writer.doc.getText('notes|text').toString())
			.toBe(mate.doc.getText('notes|text').toString());
		expect((await made()).json.teams).toHaveLength(1);
	});
	test('ten thousand entries stand in the sheet and in every form of the results', async () => {
		const { writer, mate } = pens();
		await writer.join();
		writer.doc.transact(() => {
			for (let n = 0; n < 10_000; n++) {
				const entry = `contact/many-${String(n).padStart(7, '0')}`;
				setValue(writer.doc, entry, 'need', 'papers');
				setValue(writer.doc, entry, 'role', `Clerk ${n}`);
			}
		});
		expect(await writer.catchUp(writer.taken())).toEqual({ what: 'kept' });
		const { json, csv, md, page, docx, xlsx } = await made();
		expect(json.teams[0]?.contacts.length).toBeGreaterThanOrEqual(10_000);
		for (const text of [csv, md, page, docx, xlsx]) expect(text).toContain('Clerk 9999');
		await mate.join();
		expect(await mate.send(mate.write('still here', 'notes'))).toEqual({ what: 'kept' });
	}, 60_000);
});
