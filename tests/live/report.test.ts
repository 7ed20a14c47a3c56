import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Results } from '../../src/lib/report/results';
import { packWorkshop } from '../../src/lib/server/pack';
import type { ServerChild } from '../faults/child';
import type { Visitor } from '../faults/visitor';
import { twoShores } from '../fixtures/two-shores-plan';
import { held, type Plan } from './held';
import { account, production } from './production';
import { serve } from './workshop';

let here: Awaited<ReturnType<typeof serve>>;
let server: ServerChild;
let leads: Visitor;

beforeAll(async () => {
	here = await serve();
	server = await production({ BARAZA_SCENARIOS: 'scenarios' });
	leads = await account(server, 'Rosa');
});
afterAll(async () => {
	await here.stop();
	await server[Symbol.asyncDispose]();
});

/** Holds a workshop here, and takes it as a file to the server that has pages. @returns its path there */
async function brought(plan: Plan): Promise<string> {
	const pieces: Uint8Array[] = [];
	const { id } = await held(here.url, plan);
	for await (const piece of (await packWorkshop(id)) ?? []) pieces.push(piece);
	const opened = await leads.act('/facilitate/open', [['file', new Blob([Buffer.concat(pieces)])]]);
	return opened.type === 'redirect' ? `/facilitate/${opened.location.split('/')[2]}` : '';
}

/** The page as one reads it: without its tags, and with what browsers make of its spaces. */
const read = (html: string) =>
	html
		.replace(/<(script|style)\b.*?<\/\1>/gs, ' ')
		.replace(/<[^>]*>/g, ' ')
		.replace(/&amp;/g, '&')
		.replace(/\s+/g, ' ');

/** What is printed: the buttons and choices above it have words of their own. */
const printed = (text: string) => text.slice(text.indexOf('As it was at'));

const report = async (path: string, search = '') =>
	printed(read(String(await leads.file(`${path}/report${search}`))));

const SMALL: Plan = {
	people: {
		Kenya: { kind: 'host', count: 3, genders: [''] },
		Somalia: { kind: 'host', count: 3, genders: [''] }
	},
	teams: 2,
	closed: true,
	proposals: [
		{
			joint: { name: '', text: '', owner: 'ODPP', horizon: 'short' },
			sources: ['One list for both.'],
			ballots: { Kenya: { support: 3 }, Somalia: { support: 1, object: ['Not yet'] } },
			decided: 'discuss'
		},
		{
			joint: { name: '', text: '', owner: 'ODPP', horizon: 'long' },
			sources: ['Train clerks together.'],
			ballots: {},
			decided: 'leave'
		}
	]
};

describe('the report of a workshop that has decided', () => {
	let path = '';
	let page = '';
	beforeAll(async () => {
		path = await brought(twoShores);
		page = await report(path);
	});

	test('begins with the roadmap: number, final words, owner, date and how one will know', () => {
		expect(page).toContain('Joint roadmap Adopted at “Two Shores”, Kilindwe, 9 to 11 March 2027.');
		expect(page).toContain('Voted: 33 of 33.');
		const adopted = twoShores.proposals.filter(({ decided }) => decided === 'adopt');
		for (const [at, { joint, sources, line }] of adopted.entries()) {
			const text = line?.text ?? (joint.text || sources[0]);
			expect(page).toContain(` ${at + 1} ${text}`);
			if (line?.indicator) expect(page).toContain(`We will know by: ${line.indicator}`);
		}
		expect(page).toContain('Both central authorities 30 April 2027');
		expect(page).toMatch(/Immediate within 3 months until 11 June 2027.*Short term 3 to 12 months/);
		expect(page).toContain('beyond 3 years from 11 March 2030');
	});
	test('says with each line how it was supported, and least in which delegation', () => {
		expect(page).toContain('97 % for; Somalia 92 %');
		expect(page).toContain('76 % for; Somalia 54 %');
		expect(page).toContain('85 % for; European Union 50 %');
	});
	test('keeps objections with the line they were made to', () =>
		expect(page).toMatch(
			/Agree a model certificate that a Somali record keeper can sign\.[^]{0,120}Objections: “Without a statute it will be challenged at trial” \(Kenya, 1\) “The registrar, not the company, should sign” \(Somalia, 3\)/
		));
	test('asks for what is missing before it is signed', () => {
		expect(page).toContain('No date set');
		expect(page).toContain('How we will know is not said.');
	});
	test('has a line to sign for each host delegation, and for no guest', () => {
		expect(page).toContain('For the delegation of Kenya Name, office, date');
		expect(page).toContain('For the delegation of Somalia Name, office, date');
		expect(page).not.toContain('For the delegation of Uganda');
	});
	test('names every source in its team’s words, with who sat in the team, once', () => {
		const annex = page.slice(page.indexOf('Annex:'), page.indexOf('Joint recommendations'));
		for (const { sources, decided } of twoShores.proposals)
			for (const text of sources) {
				expect(page).toContain(`“${text}”`);
				if (decided === 'adopt') expect(annex.split(`“${text}”`)).toHaveLength(2);
			}
		expect(annex).toMatch(/Acacia Kenya, \d Somalia, \d .*?“Each side names one person/);
		expect(annex).toContain(
			'Joint text: “Agree a certificate that a Somali record keeper can sign.”'
		);
	});
	test('shows votes by delegation for all that was voted on, and how each stands', () => {
		const joint = page.slice(page.indexOf('Joint recommendations'), page.indexOf('In numbers'));
		expect(joint).toContain(
			'Certificate Adopted, line 5 of the roadmap 25 for, 4 can accept, 4 object'
		);
		expect(joint).toContain('Somalia Somalia: 7 of 13 7 of 13');
		expect(joint).toContain('Joint unit Objected to by Kenya and Somalia');
		expect(joint).toContain('No reason given (Somalia, 1)');
		expect(joint).toContain('Move the border court to the coast. Left out');
	});
	test('counts recommendations by owner and horizon, and people by delegation and gender', () => {
		const numbers = page.slice(page.indexOf('In numbers'));
		expect(numbers).toContain('Both central authorities: 1, adopted: 1');
		expect(numbers).toContain('Both police services: 1, adopted: 0');
		expect(numbers).toMatch(/Delegation Women Men Not said Kenya Women Kenya: 7, joined: \d 7/);
		expect(numbers).toContain('Somalia Women Somalia: 5, joined: ');
	});
	test('leaves out what its address leaves out, and names nobody where no name is wanted', async () => {
		expect(page).toContain('Kenya Persona');
		const nameless = String(await leads.file(`${path}/report?names=no`));
		expect(nameless).not.toContain('Kenya Persona');
		expect(nameless).toContain('investigator');
		expect(await report(path, '?without=people')).not.toContain('Kenya Persona');
		const without = await report(path, '?without=teams,joint,agreement,participation');
		expect(without).toContain('For the delegation of Kenya');
		expect(without).not.toMatch(/Team Acacia|Joint recommendations|Who takes part/);
		const other = await report(path, '?without=roadmap');
		expect(other).not.toMatch(/Joint roadmap|Annex:|Nothing is adopted/);
		for (const { sources } of twoShores.proposals)
			for (const text of sources) expect(other).toContain(`“${text}”`);
	});
	test('is said in the reader’s language', async () => {
		const response = await fetch(`${server.origin}${path}/report`, {
			headers: { cookie: `${leads.cookie}; PARAGLIDE_LOCALE=so` }
		});
		const somali = read(await response.text());
		expect(somali).toContain('97 % way taageereen; Somalia 92 %');
		expect(somali).toContain('Wafdiga Kenya magaciisa');
	});
});

test('while the vote is open nobody reads from the report what was voted', async () => {
	const path = await brought({ ...SMALL, closed: false });
	const page = String(await leads.file(`${path}/report`));
	expect(page).toContain('The vote is open: its votes are hidden until it closes.');
	expect(page).toContain('Nothing is adopted yet.');
	expect(read(page)).not.toContain('For the delegation of');
	expect(page).not.toMatch(/can accept|% for|Not yet/);
});

test('a vote by name says who voted what; the same one without names does not', async () => {
	const path = await brought({ ...SMALL, named: true });
	expect(await report(path)).toContain(
		'For: Kenya Persona, Kenya Personb, Kenya Personc and Somalia Persona'
	);
	expect(await report(path)).toContain('Object: Somalia Personb');
	expect(await report(path, '?names=no')).not.toContain('Object: ');
	const { joint } = (await leads.json(`${path}/results.json`)) as Results;
	expect(joint[0]?.votes.objections).toEqual([{ by: 'Somalia', reason: 'Not yet' }]);
});

test('a page without persons names none, not even where nobody looks', async () => {
	const proposals = SMALL.proposals.map((one) => ({ ...one, decided: 'adopt' as const }));
	const path = await brought({ ...SMALL, named: true, proposals });
	const page = (search: string) => leads.file(`${path}/report${search}`).then(String);
	expect(await page('')).toContain('Somalia Personb');
	for (const without of ['people', 'people,joint', 'people,roadmap'])
		expect(await page(`?without=${without}`)).not.toMatch(/Person[a-c]/);
});
