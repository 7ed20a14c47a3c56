import type { Decision } from '../../src/lib/plenary/decision';
import type { Joint, Plenary, Source } from '../../src/lib/plenary/joint';
import type { Results } from '../../src/lib/report/results';
import type { TeamOnFile } from '../../src/lib/teams/teams-file';
import type { CockpitView } from '../../src/lib/view/cockpit';
import type { Division } from '../../src/lib/workshop/state';
import type { Given } from './given';
import { Visitor, type Reply } from './visitor';

/** A facilitator who presses the buttons of the real pages. */
export class Facilitator {
	#visitor: Visitor;
	#id = '';

	constructor(origin: string) {
		this.#visitor = new Visitor(origin);
	}

	/** Makes the first account with the one-time link. */
	async begin(link: string): Promise<void> {
		await this.#press(link, [
			['name', 'Rehearsal'],
			['email', 'rehearsal@example.org'],
			['password', 'only-for-this-rehearsal']
		]);
	}

	/** Makes a workshop from a scenario, with its countries as hosts and all its exercises. */
	async prepare(scenario: string): Promise<void> {
		const today = new Date().toISOString().slice(0, 10);
		const { location } = await this.#press('/facilitate/new', [
			['slug', scenario],
			['title', 'Rehearsal'],
			['from', today],
			['sealed', 'yes']
		]);
		this.#id = location?.split('/')[2] ?? '';
	}

	/** Brings the list; its unknown delegations become guests. */
	async bring({ list, people, guests }: Given): Promise<void> {
		const { data } = await this.#press(`${this.#path}/people?/bring`, [
			['list', list],
			...guests.map((name) => ['guest', name] as const)
		]);
		if (data?.added !== people.length)
			throw new Error(`Of ${people.length} people ${String(data?.added)} were taken in.`);
	}

	/** Lets people join, and gives the code. */
	async open(): Promise<string> {
		await this.#press(`${this.#path}/setup?/open`);
		const { workshop } = await this.#visitor.data(`${this.#path}/setup`);
		return (workshop as { code: string }).code;
	}

	/** Has a copy of the database made. */
	async copy(): Promise<void> {
		await this.#press('/facilitate/copies?/make');
	}

	/** Shows the whole list of names to whoever has the code. */
	async listNames(): Promise<void> {
		await this.#press(`${this.#path}/setup?/names`, [['listed', 'yes']]);
	}

	/** Draws the teams, and gives them as `teams.json` has them. */
	async draw(teams: number, seed: number): Promise<TeamOnFile[]> {
		await this.#press(`${this.#path}/teams?/draw`, [
			['by', 'number'],
			['number', String(teams)],
			['seed', String(seed)]
		]);
		return (await this.#visitor.json(`${this.#path}/teams.json`)) as TeamOnFile[];
	}

	/** Lets people see their teams. */
	async announce(): Promise<void> {
		const { division } = await this.#visitor.data(`${this.#path}/teams`);
		await this.#press(`${this.#path}/teams?/announce`, [['division', (division as Division).id]]);
	}

	/** What the Run page is made of, and the server's time. */
	async page(): Promise<{ view: CockpitView; now: number }> {
		const { view, now } = await this.#visitor.data(`${this.#path}/run`);
		return { view: view as CockpitView, now: Number(now) };
	}

	/** The Run page as it is now. */
	async cockpit(): Promise<CockpitView> {
		return (await this.page()).view;
	}

	/** Says whether time that passed unseen counts. */
	async settleGap(stage: string, count: boolean): Promise<void> {
		await this.#press(`${this.#path}/run?/gap`, [
			['stage', stage],
			['count', count ? 'yes' : 'no']
		]);
	}

	/** Opens a stage and starts its clock. */
	async openStage(stage: string, before: string | null): Promise<void> {
		await this.#press(`${this.#path}/run?/open`, [
			['stage', stage],
			['expected', before ?? '']
		]);
		await this.#press(`${this.#path}/run?/clock`, [
			['stage', stage],
			['run', 'yes']
		]);
	}

	/** Releases an inject to the teams it is meant for. */
	async release(inject: string, teams: string[]): Promise<void> {
		await this.#press(`${this.#path}/run?/release`, [
			['inject', inject],
			...teams.map((team) => ['team', team] as const)
		]);
	}

	/** What is merged, and what the teams recommend and nobody has merged. */
	async plenary(): Promise<Plenary> {
		const { joints, alone } = await this.#visitor.data(`${this.#path}/plenary/merge`);
		return { joints: joints as Joint[], alone: alone as Source[] };
	}

	/** Merges recommendations, in the words of the first. */
	async merge(sources: readonly Source[]): Promise<void> {
		const [first] = sources;
		await this.#press(`${this.#path}/plenary/merge?/merge`, [
			['text', first?.text ?? ''],
			['owner', first?.owner ?? ''],
			['horizon', first?.horizon ?? ''],
			...sources.map(({ id }) => ['source', id] as const)
		]);
	}

	/** Takes a joint recommendation apart. */
	async split({ id, sources }: Joint): Promise<void> {
		await this.#press(`${this.#path}/plenary/merge?/split`, [
			['into', id],
			['sources', sources.map((one) => one.id).join(' ')]
		]);
	}

	/** Puts everything to the vote. @returns its id and what is put to it */
	async openVote(): Promise<{ id: string; items: string[] }> {
		const { items } = await this.#visitor.data(`${this.#path}/plenary/vote`);
		await this.#press(`${this.#path}/plenary/vote?/open`, [
			['kind', 'stance'],
			['names', 'anonymous'],
			...(items as { id: string }[]).map(({ id }) => ['item', id] as const)
		]);
		const { vote } = await this.#visitor.data(`${this.#path}/plenary/vote`);
		const open = vote as { id: string; items: { item: string }[] };
		return { id: open.id, items: open.items.map(({ item }) => item) };
	}

	async closeVote(ballot: string): Promise<void> {
		await this.#press(`${this.#path}/plenary/vote?/close`, [['ballot', ballot]]);
	}

	async decide(item: string, decision: Decision): Promise<void> {
		await this.#press(`${this.#path}/plenary/decide?/decide`, [
			['item', item],
			['decision', decision]
		]);
	}

	/** What was decided, by item. */
	async decisions(): Promise<Record<string, Decision>> {
		const { decisions } = await this.#visitor.data(`${this.#path}/plenary/decide`);
		return decisions as Record<string, Decision>;
	}

	/** Ids of the lines of the roadmap. */
	async lines(): Promise<string[]> {
		const { lines } = await this.#visitor.data(`${this.#path}/roadmap`);
		return (lines as { id: string }[]).map(({ id }) => id);
	}

	/** Writes a field of a line that is empty. */
	async fill(line: string, field: string, value: string): Promise<void> {
		await this.#press(`${this.#path}/roadmap?/write`, [
			['line', line],
			['field', field],
			['was', ''],
			['value', value]
		]);
	}

	/** The results as a file. @param at time as of which, in ISO 8601; '': now */
	report(kind: 'docx' | 'xlsx' | 'csv' | 'md', at = ''): Promise<Buffer<ArrayBuffer>> {
		return this.#visitor.file(`${this.#path}/results.${kind}?at=${at}`);
	}

	/** Ends the workshop. */
	async end(): Promise<void> {
		await this.#press(`${this.#path}/setup?/end`);
	}

	/** @param at time as of which, in ISO 8601; '': now */
	async results(at = ''): Promise<Results> {
		return (await this.#visitor.json(`${this.#path}/results.json?at=${at}`)) as Results;
	}

	/** The workshop's whole log as a table. */
	async log(): Promise<string> {
		return (await this.#visitor.file(`${this.#path}/log.csv`)).toString();
	}

	/** The workshop as one file. */
	pack(): Promise<Buffer<ArrayBuffer>> {
		return this.#visitor.file(`${this.#path}/workshop.baraza`);
	}

	/** Opens a workshop's file, and leads it from then on. */
	async unpack(file: Buffer<ArrayBuffer>): Promise<void> {
		const { location } = await this.#press('/facilitate/open', [['file', new Blob([file])]]);
		this.#id = location?.split('/')[2] ?? '';
	}

	get #path(): string {
		return `/facilitate/${this.#id}`;
	}

	async #press(
		path: string,
		fields: (readonly [string, string | Blob])[] = []
	): Promise<{ location?: string; data?: Record<string, unknown> }> {
		const reply: Reply = await this.#visitor.act(path, fields);
		if (reply.type === 'failure')
			throw new Error(`${path} was refused: ${JSON.stringify(reply.data)}`);
		return reply;
	}
}
