import type { Browser, BrowserContext } from '@playwright/test';
import type { Visitor } from '../faults/visitor';
import { account, begin, enter, prepare, projector, type Prepared } from '../live/production';
import { World, type Seat } from './world';

/** A workshop whose first exercise is open, with somebody at every kind of page. */
export interface Ready {
	world: World;
	here: Prepared;
	leader: Seat;
	member: Seat;
	/** What lets a browser in as that member. */
	entered: Visitor;
	wall: Seat;
	/** Somebody of the list who has not joined. */
	late: string;
}

/**
 * Makes everything by forms alone, in a second, for tests that look at pages and not at the way
 * there.
 */
export async function ready(browser: Browser): Promise<Ready> {
	const world = await new World(browser).start();
	const leads = await account(world.server, 'Rosa');
	const here = await prepare(leads, [
		'Abdi Warsame,Kenya,prosecutor,member',
		'Beatrice Njeri,Somalia,judge,member',
		'Cumar Jimale,Kenya,defence lawyer,member',
		'Deeqa Shiil,Somalia,investigator,member'
	]);
	const { teams } = await begin(here, 2);
	const [first = '', second = ''] = teams[0]?.members.map(({ name }) => name) ?? [];
	const member = await enter(world.server, here.code, first);
	const [leader, room, wall] = [await world.seat(), await world.seat(), await world.seat()];
	await remember(leader.context, leads, world.origin);
	await remember(room.context, member, world.origin);
	await remember(wall.context, await projector(world.server, here), world.origin);
	return { world, here, leader, member: room, entered: member, wall, late: second };
}

/** Gives a browser the cookies that somebody got by forms. */
export async function remember(
	context: BrowserContext,
	{ cookie }: Visitor,
	url: string
): Promise<void> {
	const pairs = cookie.split('; ').map((pair) => {
		const at = pair.indexOf('=');
		return { name: pair.slice(0, at), value: pair.slice(at + 1), url };
	});
	await context.addCookies(pairs);
}
