import { and, eq } from 'drizzle-orm';
import { db } from './index';
import { edition, editionFile } from './schema/workshops';

/**
 * Keeps an edition's files; one that is kept already stays as it is.
 * @param id hash over the files
 * @param slug the scenario's folder
 * @param files by path
 * @param at ms since 1970
 */
export async function keepEdition(
	id: string,
	slug: string,
	files: ReadonlyMap<string, Uint8Array>,
	at: number
): Promise<void> {
	db.transaction((tx) => {
		const kept = tx
			.insert(edition)
			.values({ id, slug, keptAt: at })
			.onConflictDoNothing()
			.returning({ id: edition.id })
			.get();
		if (!kept) return;
		for (const [path, bytes] of files)
			tx.insert(editionFile)
				.values({ edition: id, path, bytes: Buffer.from(bytes) })
				.run();
	});
}

/** The files of an edition and the folder they came from; undefined where there is none. */
export async function editionFiles(
	id: string
): Promise<{ slug: string; files: Map<string, Uint8Array> } | undefined> {
	const found = db.select({ slug: edition.slug }).from(edition).where(eq(edition.id, id)).get();
	if (!found) return undefined;
	const rows = db.select().from(editionFile).where(eq(editionFile.edition, id)).all();
	return { slug: found.slug, files: new Map(rows.map((row) => [row.path, row.bytes])) };
}

/** One file of an edition. */
export async function editionFileBytes(id: string, path: string): Promise<Uint8Array | undefined> {
	return db
		.select({ bytes: editionFile.bytes })
		.from(editionFile)
		.where(and(eq(editionFile.edition, id), eq(editionFile.path, path)))
		.get()?.bytes;
}
