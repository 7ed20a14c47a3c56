import { expect, test, type Page } from '@playwright/test';
import type { Results } from '../../src/lib/report/results';
import { addChoice } from '../../src/lib/sheet/edit';
import type { Visitor } from '../faults/visitor';
import { account, begin, enter, prepare, room, type Prepared } from '../live/production';
import { adopt, openSecond, recommend } from '../live/recommend';
import { Writer } from '../live/writer';
import { pdfPages, spaceless } from './pdf-pages';
import { remember } from './prepared';
import { trouble } from './trouble';
import { World } from './world';

/** As somebody may call a workshop: none of it may end a rule or an element. */
const TITLE = 'Two Shores "}</style><b>, Kilindwe';
const NEED = 'call-records';
const TOOLS = ['preservation-ke-order', 'fiu-to-fiu-request', 'mla-bank-records'];
const TEXT = 'Name a contact and a deputy for each office, with numbers and hours, in proposal';

let world: World;
let desk: Page;
let here: Prepared;
let visitors: Visitor[];

/** Something is written in each team's sheet of the exercise that is open. */
async function write(fill: (writer: Writer, team: number) => void): Promise<void> {
	for (const [at, visitor] of visitors.entries()) {
		const { exercise } = await room(visitor, here.code);
		const { server } = world;
		const writer = new Writer(server.origin, visitor.cookie, here.code, exercise?.sheet ?? '');
		await writer.join();
		fill(writer, at);
		expect(await writer.send(writer.taken())).toEqual({ what: 'kept' });
		writer.close();
	}
}

function choose({ doc }: Writer, team: number): void {
	const layout = { needs: [NEED], questions: [], tools: TOOLS, recommendations: false };
	for (const tool of team === 2 ? TOOLS.slice(2) : TOOLS.slice(0, 2))
		addChoice(doc, layout, { need: NEED, tool, country: 'KE' });
}

function recommendAll(writer: Writer, team: number): void {
	for (let at = 0; at < 5; at++)
		recommend(writer, `${TEXT} ${team + 1}.${at + 1}.`, {
			horizon: at < 4 ? 'immediate' : 'long',
			owner: 'Central authorities'
		});
}

test.beforeAll(async ({ browser }) => {
	world = await new World(browser, 'scenarios').start();
	const leads = await account(world.server, 'Rosa');
	const names = ['Abdi Warsame', 'Beatrice Njeri', 'Cumar Jimale', 'Deeqa Shiil', 'Esther Otieno'];
	here = await prepare(
		leads,
		names.map((name, at) => `${name},${at % 2 ? 'Somalia' : 'Kenya'},prosecutor,member`),
		{ slug: 'two-shores', title: TITLE }
	);
	const { teams } = await begin(here, 3);
	visitors = await Promise.all(
		teams.map(({ members }) => enter(world.server, here.code, members[0]?.name ?? ''))
	);
	await write(choose);
	await openSecond(here);
	await write(recommendAll);
	const seat = await world.seat();
	await remember(seat.context, leads, world.origin);
	desk = seat.page;
});
test.afterAll(() => world.stop());

const path = () => `/facilitate/${here.id}/report`;
const print = async () => pdfPages(await desk.pdf({ preferCSSPageSize: true }));

test('before anything is adopted it says so, and its charts say what they draw', async () => {
	await desk.goto(path());
	await expect(desk.getByText('Nothing is adopted yet.')).toBeVisible();
	await test.step('agreement, a bar a need', async () => {
		const row = desk
			.getByRole('table', { name: 'How alike the teams chose' })
			.getByRole('row', { name: 'Call records of the second phone' });
		await expect(row).toContainText('0.33');
		await expect(
			row.getByRole('img', { name: 'Call records of the second phone: little in common' })
		).toBeVisible();
		const [frame, bar] = await Promise.all(
			[0, 1].map(async (at) => Number(await row.locator('rect').nth(at).getAttribute('width')))
		);
		expect((bar ?? 0) / (frame ?? 1)).toBeCloseTo(1 / 3, 2);
	});
	await test.step('participation, a square a person', async () => {
		const row = desk.getByRole('row', { name: 'Kenya' });
		await expect(row.getByRole('img', { name: /^Kenya: 3, joined: \d$/ })).toBeVisible();
		await expect(row.locator('rect')).toHaveCount(3);
	});
	await test.step('recommendations, a square each', async () => {
		const row = desk.getByRole('row', { name: 'Central authorities' });
		await expect(row.getByRole('img').locator('rect')).toHaveCount(15);
		await expect(row.getByRole('cell').first()).toContainText('12');
	});
	expect(await trouble(desk)).toEqual([]);
	const pages = await print();
	expect(pages.join()).not.toContain(spaceless('Signed for the delegations'));
});

test('a roadmap is printed on A4 with head, number and table heads on every page, and signed on its last', async () => {
	const { joint } = (await here.leads.json(`/facilitate/${here.id}/results.json`)) as Results;
	const ordered = joint.toSorted((a, b) => (a.horizon < b.horizon ? -1 : 1));
	await adopt(
		here,
		ordered.map(({ id }) => id)
	);
	await desk.goto(`${path()}?without=teams,joint,agreement,participation`);
	await expect(desk.getByRole('heading', { name: 'Joint roadmap' })).toBeVisible();
	await expect(desk.getByText('Signed for the delegations')).toBeHidden();
	expect(await trouble(desk)).toEqual([]);
	const file = await desk.pdf({ preferCSSPageSize: true });
	expect(file.toString('latin1')).toContain('/MediaBox [0 0 594.95996 841.91998]');
	const pages = pdfPages(file);
	const roadmap = pages.filter((page) => page.includes(spaceless('We will know by:')));
	await test.step('every page says of what, and which it is', () => {
		expect(roadmap.length).toBeGreaterThan(2);
		for (const [at, page] of pages.entries()) {
			expect(page).toContain(spaceless(`Workshop “${TITLE}”, 9 March 2027`));
			expect(page).toContain(spaceless(`${at + 1} of ${pages.length}`));
			expect(page).toMatch(/Asat.*,notfinal\.Case:TwoShores/);
		}
	});
	await test.step('the roadmap begins on the first page, its tables have their heads on each', () => {
		expect(pages[0]).toContain(spaceless('Joint roadmap'));
		expect(pages[0]).not.toContain(spaceless('Report'));
		for (const page of roadmap)
			expect(page).toMatch(/(Immediatewithin3months|Longtermbeyond3years)/);
	});
	await test.step('no line is cut: what one ends with stands on the page it begins on', () => {
		for (const [at] of joint.entries())
			expect(
				pages.filter((page) => page.includes(spaceless(`Sign ${at + 1} is seen`)))
			).toHaveLength(1);
		for (const page of roadmap) {
			const count = (words: string) => page.split(spaceless(words)).length;
			expect(count('We will know by:')).toBe(count('30 June 2027'));
		}
	});
	await test.step('the last line and both signatures stand on one sheet', () => {
		const signed = pages.filter((page) => page.includes(spaceless('Signed for the delegations')));
		expect(signed).toHaveLength(1);
		expect(signed[0]).toContain(spaceless('Sign 15 is seen'));
		for (const delegation of ['Kenya', 'Somalia'])
			expect(signed[0]).toContain(
				spaceless(`For the delegation of ${delegation} Name, office, date`)
			);
	});
	await test.step('every source stands in the annex', () => {
		const annex = pages.join('').split(spaceless('Annex: where each line comes from'))[1];
		for (const { text } of joint) expect(annex).toContain(spaceless(`“${text}”`));
	});
});

test('it fits a phone, and its print speaks the reader’s language', async () => {
	await desk.setViewportSize({ width: 390, height: 844 });
	await desk.goto(path());
	await expect(desk.getByRole('heading', { name: 'In numbers' })).toBeVisible();
	expect(await desk.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
	await desk.context().addCookies([{ name: 'PARAGLIDE_LOCALE', value: 'so', url: world.origin }]);
	await desk.goto(path());
	const [first] = await print();
	expect(first).toContain(spaceless(`Siminaarka “${TITLE}”, 9 Maarso 2027`));
	expect(first).toMatch(/1kamidah\d+/);
});
