import { crc32 } from 'node:zlib';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { nameProblem, sameName, type NameProblem } from './zip-name';

/** How much a zip file may hold. Bytes. */
export interface ZipLimits {
	files: number;
	packed: number;
	unpacked: number;
}

/** Why a zip file was not taken. */
export type ZipProblem =
	| 'no-zip'
	| 'too-many' // files
	| 'too-large'
	| 'bomb' // it grows more than anything people write
	| 'link' // a symbolic link, or what is neither file nor folder
	| 'twins' // two names that are one on Windows or a Mac
	| 'nested' // a zip file in the zip file
	| 'locked' // by a password, or packed in a way nobody uses
	| 'untrue' // it is not what its list says
	| NameProblem;

export type Unzipped =
	{ ok: true; files: Map<string, Buffer> } | { ok: false; why: ZipProblem; name: string };

/** Text shrinks to a fiftieth at best; zeros to a thousandth. Small files are let be. */
const MOST_GROWTH = 200;
const SMALL = 256 * 1024;

/** Office files are zip files too. */
const OFFICE = /\.(?:docx|xlsx|pptx|odt|ods|odp|epub)$/i;

const KIND = 0o170000;
const FILE = 0o100000;
const FOLDER = 0o040000;

class Bad extends Error {
	constructor(
		readonly why: ZipProblem,
		readonly entry = ''
	) {
		super(why);
	}
}

/**
 * Reads a zip file into memory. Its whole list is looked at before the first byte is unpacked, and
 * nothing is written anywhere.
 */
export async function unzip(bytes: Buffer, limits: ZipLimits): Promise<Unzipped> {
	try {
		if (bytes.length > limits.packed) throw new Bad('too-large');
		const zip = await opened(bytes);
		const entries = check(await listed(zip, limits.files), limits.unpacked);
		const files = new Map<string, Buffer>();
		for (const entry of entries) files.set(entry.fileName, await content(zip, entry));
		return { ok: true, files };
	} catch (error) {
		if (error instanceof Bad) return { ok: false, why: error.why, name: error.entry };
		throw error;
	}
}

function opened(bytes: Buffer): Promise<ZipFile> {
	return new Promise((done, fail) =>
		// Names are looked at here, each with its own reason; yauzl knows fewer.
		fromBuffer(
			bytes,
			{ lazyEntries: true, decodeStrings: true, strictFileNames: true },
			(no, zip) => (zip ? done(zip) : fail(new Bad('no-zip', no?.message)))
		)
	);
}

function listed(zip: ZipFile, most: number): Promise<Entry[]> {
	if (zip.entryCount > most) throw new Bad('too-many');
	const entries: Entry[] = [];
	return new Promise((done, fail) => {
		zip.on('entry', (entry: Entry) => {
			entries.push(entry);
			if (entries.length > most) return fail(new Bad('too-many'));
			zip.readEntry();
		});
		zip.once('end', () => done(entries));
		zip.once('error', ({ message }: Error) => {
			const outside = /relative path|absolute path|invalid characters/.test(message);
			fail(new Bad(outside ? 'outside' : 'no-zip', message));
		});
		zip.readEntry();
	});
}

/** @returns the entries that are files */
function check(entries: Entry[], most: number): Entry[] {
	const seen = new Set<string>();
	let total = 0;
	for (const { fileName, uncompressedSize, compressedSize, ...entry } of entries) {
		const folder = fileName.endsWith('/');
		const problem = nameProblem(folder ? fileName.slice(0, -1) : fileName);
		if (problem) throw new Bad(problem, fileName);
		const kind = (entry.externalFileAttributes >>> 16) & KIND;
		if (kind && kind !== (folder ? FOLDER : FILE)) throw new Bad('link', fileName);
		if (seen.has(sameName(fileName))) throw new Bad('twins', fileName);
		seen.add(sameName(fileName));
		if (/\.(?:zip|baraza|jar|7z|rar|gz|tgz)$/i.test(fileName)) throw new Bad('nested', fileName);
		total += uncompressedSize;
		if (total > most) throw new Bad('too-large', fileName);
		if (uncompressedSize > SMALL && uncompressedSize > compressedSize * MOST_GROWTH)
			throw new Bad('bomb', fileName);
	}
	return entries.filter(({ fileName }) => !fileName.endsWith('/'));
}

function content(zip: ZipFile, entry: Entry): Promise<Buffer> {
	const { fileName, uncompressedSize, crc32: said } = entry;
	if (!entry.canDecodeFileData()) throw new Bad('locked', fileName);
	return new Promise((done, fail) =>
		zip.openReadStream(entry, (no, stream) => {
			if (!stream) return fail(new Bad('untrue', no?.message));
			const parts: Buffer[] = [];
			stream.on('data', (part: Buffer) => parts.push(part));
			// yauzl stops where more or fewer bytes come than the list says
			stream.once('error', () => fail(new Bad('untrue', fileName)));
			stream.once('end', () => {
				const whole = Buffer.concat(parts, uncompressedSize);
				if (crc32(whole) !== said) return fail(new Bad('untrue', fileName));
				const zipped = whole.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'));
				if (zipped && !OFFICE.test(fileName)) return fail(new Bad('nested', fileName));
				done(whole);
			});
		})
	);
}
