import { eq } from 'drizzle-orm';
import { db } from './index';
import { setting } from './schema/accounts';

/** What was chosen for this installation under a key; undefined where nothing was. */
export function chosen(key: string): unknown {
	return db.select({ value: setting.value }).from(setting).where(eq(setting.key, key)).get()?.value;
}

/** Chooses for this installation. */
export function choose(key: string, value: unknown): void {
	db.insert(setting)
		.values({ key, value })
		.onConflictDoUpdate({ target: setting.key, set: { value } })
		.run();
}
