import { zipSync, type Zippable } from 'fflate';
import { describe, expect, test } from 'vitest';
import { unzip } from './zip';

const limits = { files: 200, packed: 20 * 1024 * 1024, unpacked: 50 * 1024 * 1024 };
const text = (words: string) => new TextEncoder().encode(words);
const zip = (files: Zippable) => Buffer.from(zipSync(files));
const why = async (bytes: Buffer) => {
	const result = await unzip(bytes, limits);
	return result.ok ? 'taken' : result.why;
};

/** Changes the size that the list at a zip file's end declares for its first entry. */
function declaring(bytes: Buffer, size: number): Buffer {
	const list = bytes.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
	bytes.writeUInt32LE(size, list + 24);
	return bytes;
}

describe('C9: a zip file', () => {
	test('that is sound is read, folders and office files too', async () => {
		const office = { 'b/c.docx': zip({ 'x.xml': text('x') }) };
		const result = await unzip(zip({ 'a.txt': text('hello'), b: office, ...office }), limits);
		expect(result.ok && [...result.files.keys()]).toContain('a.txt');
		expect(result.ok && result.files.get('a.txt')?.toString()).toBe('hello');
	});
	test.each(['../x', 'a/../../x', '/x', 'C:/x', 'a\\x'])(
		'that leads to %s is refused',
		async (name) => {
			expect(await why(zip({ [name]: text('x') }))).toBe('outside');
		}
	);
	test('with a device of Windows, with twins, or with a hidden letter is refused', async () => {
		expect(await why(zip({ 'a/CON.txt': text('x') }))).toBe('reserved');
		expect(await why(zip({ 'a.md': text('x'), 'A.md': text('y') }))).toBe('twins');
		expect(await why(zip({ 'a\u202egnp.md': text('x') }))).toBe('odd');
	});
	test('with a symbolic link is refused', async () => {
		const link = { os: 3, attrs: (0o120777 << 16) >>> 0 } as const;
		expect(await why(zip({ a: [text('/etc/passwd'), link] }))).toBe('link');
	});
	test('with 10,000 entries is refused', async () => {
		const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`f${i}`, text('')]));
		expect(await why(Buffer.from(zipSync(many, { level: 0 })))).toBe('too-many');
	}, 30_000);
	test('that grows a thousandfold, or over the limit, is refused', async () => {
		expect(await why(zip({ a: new Uint8Array(8 * 1024 * 1024) }))).toBe('bomb');
		const large = [...'abcdefg'].map((name) => [name, new Uint8Array(8 * 1024 * 1024)] as const);
		const stored = zipSync(Object.fromEntries(large), { level: 0 });
		expect(await why(Buffer.from(stored))).toBe('too-large');
	}, 30_000);
	test('that declares a false size is refused, whichever way it is false', async () => {
		const words = 'word '.repeat(100);
		expect(await why(declaring(zip({ a: text(words) }), 40))).toBe('untrue');
		expect(await why(declaring(zip({ a: text(words) }), 4000))).toBe('untrue');
	});
	test('in which a bit has turned is refused', async () => {
		const bytes = Buffer.from(zipSync({ a: text('hello') }, { level: 0 }));
		const at = bytes.indexOf('hello');
		bytes[at] = 'j'.charCodeAt(0);
		expect(await why(bytes)).toBe('untrue');
	});
	test('with another in it is refused, by its name and by what it is', async () => {
		const inner = zip({ a: text('x') });
		expect(await why(zip({ 'a.zip': inner }))).toBe('nested');
		expect(await why(zip({ 'a.md': [inner, { level: 0 }] }))).toBe('nested');
	});
	test('that is none is refused', async () => {
		expect(await why(Buffer.from('no zip at all'))).toBe('no-zip');
		expect(await why(Buffer.alloc(0))).toBe('no-zip');
	});
});
