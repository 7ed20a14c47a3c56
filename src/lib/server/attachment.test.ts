import { describe, expect, test } from 'vitest';
import { attachment } from './attachment';

/** The name as a browser of today reads it. */
const name = (title: string) =>
	decodeURIComponent(
		/filename\*=UTF-8''(.+)$/.exec(attachment(title, 'KTR7WM', 'docx'))?.[1] ?? ''
	);
/** As an old one does. */
const plain = (title: string) =>
	/filename="([^"]*)"/.exec(attachment(title, 'KTR7WM', 'docx'))?.[1] ?? '';

describe('attachment', () => {
	test('a file is called as the workshop is', () => {
		expect(attachment('Two Shores', 'KTR7WM', 'docx')).toBe(
			`attachment; filename="Two Shores.docx"; filename*=UTF-8''Two%20Shores.docx`
		);
	});
	test.each(['ورشة كيليندوي', 'ኪሊንድዌ አውደ ጥናት', 'Ⅳ. Atelier à Nairobi'])(
		'%s keeps its letters',
		(title) => expect(name(title)).toBe(`${title}.docx`)
	);
	test('an old browser gets what Latin letters there are, or the code', () => {
		expect(plain('Atelier à Nairobi')).toBe('Atelier a Nairobi.docx');
		expect(plain('ورشة')).toBe('KTR7WM.docx');
	});
	test.each([
		'../../etc/passwd',
		'a\r\nset-cookie: x',
		'gpj.\u202excod',
		'a"b;c',
		'CON:x',
		'...',
		''
	])('%j can be no path, no header and no disguise', (title) => {
		const header = attachment(title, 'KTR7WM', 'docx');
		expect(header).toMatch(
			/^attachment; filename="[\w .()-]+\.docx"; filename\*=UTF-8''[\w.~!%-]+\.docx$/
		);
		expect(name(title)).not.toMatch(/^\.|[/\\:"\r\n\u202e]/);
	});
	test('a title of half a pair, and one of a thousand letters, are no trouble', () => {
		expect(name('half \ud83d')).toBe('half \ufffd.docx');
		expect([...name('😀'.repeat(1000))]).toHaveLength(65);
	});
});
