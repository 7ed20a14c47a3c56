import { eq } from 'drizzle-orm';
import { db } from './index';
import { user } from './schema/accounts';
import { device, person } from './schema/people';
import { sheet, sheetClient } from './schema/sheets';

/** Who may have written in a sheet. Persons are actors of events, `person:<id>`. */
export interface Authors {
	/** By device. */
	devices: Map<string, string>;
	/** By Yjs client id. */
	clients: Map<number, string>;
	/** Names of all persons of the workshop, those who were taken off the list too, and of facilitators. */
	names: Map<string, string>;
}

/** @param id of the sheet */
export function authorsOf(id: string): Authors {
	const devices = db
		.select({ device: device.id, person: person.id, name: person.name })
		.from(sheet)
		.innerJoin(person, eq(person.workshop, sheet.workshop))
		.leftJoin(device, eq(device.person, person.id))
		.where(eq(sheet.id, id))
		.all();
	const clients = db
		.select({ client: sheetClient.client, person: device.person })
		.from(sheetClient)
		.innerJoin(device, eq(device.id, sheetClient.device))
		.where(eq(sheetClient.sheet, id))
		.all();
	return {
		devices: new Map(devices.map((row) => [row.device ?? '', `person:${row.person}`])),
		clients: new Map(clients.map((row) => [row.client, `person:${row.person}`])),
		names: new Map([
			...devices.map((row) => [`person:${row.person}`, row.name] as const),
			...facilitatorNames()
		])
	};
}

/** Names of facilitators, as actors of events. */
export function facilitatorNames(): Map<string, string> {
	const rows = db.select({ id: user.id, name: user.name }).from(user).all();
	return new Map(rows.map(({ id, name }) => [`facilitator:${id}`, name]));
}
