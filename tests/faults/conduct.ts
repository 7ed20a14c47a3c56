import type { Crew } from './crew';
import type { Facilitator } from './facilitator';
import { pause, persist } from './patience';
import type { Person } from './person';
import { finish, writeTogether } from './team-work';
import type { Troublemaker } from './trouble';

/** Injects come in the first part of the time, so that what waits for them can be worked. */
const INJECTS_WITHIN = 0.6;

interface Course {
	/** Time of writing over all exercises together, ms. */
	ms: number;
	seed: number;
	/** Asked again and again: somebody may want to stop. */
	over: () => boolean;
	/** Told each stage's title when it opens. */
	say: (line: string) => void;
	/** Goes on while people write. */
	trouble: Troublemaker;
}

/** Runs the whole agenda: every stage is opened, exercises are worked, injects released. */
export async function conduct(lead: Facilitator, crew: Crew, course: Course): Promise<void> {
	await takeParts(crew);
	const { agenda } = await lead.cockpit();
	const planned = agenda.filter(({ kind }) => kind === 'exercise');
	const minutes = planned.reduce((sum, stage) => sum + stage.planned, 0);
	const chances = crew.chances(course.seed);
	let before: string | null = null;
	for (const stage of agenda) {
		if (course.over()) return;
		await lead.openStage(stage.id, before);
		before = stage.id;
		course.say(stage.title);
		if (stage.kind !== 'exercise') continue;
		const ms = (course.ms * (stage.planned || 1)) / (minutes || planned.length);
		await crew.atDesks();
		const end = course.trouble.begin(ms);
		const until = performance.now() + ms;
		await Promise.all([
			writeTogether(crew, { until, chances, over: course.over }),
			release(lead, ms * INJECTS_WITHIN, course.over)
		]);
		await end();
		if (!course.over()) await finish(crew, { chances });
	}
}

/** Releases the injects of the open exercise one after the other. */
async function release(lead: Facilitator, within: number, over: () => boolean): Promise<void> {
	const { injects } = await lead.cockpit();
	for (const { id } of injects) {
		await pause(within / injects.length);
		if (over()) return;
		await persist(async () => {
			const now = (await lead.cockpit()).injects.find((one) => one.id === id);
			const without = now?.teams.filter((one) => !now.released.some(({ team }) => team === one));
			if (without?.length) await lead.release(id, without);
		});
	}
}

/** Members take the scenario's parts in turn: what is for a part is then seen by somebody. */
async function takeParts(crew: Crew): Promise<void> {
	const teams = Map.groupBy(crew.people, (person) => person.view.team?.id);
	await Promise.all([...teams.values()].map((team) => takePartsOf(team)));
}

async function takePartsOf(team: Person[]): Promise<void> {
	const parts = team[0]?.view.parts ?? [];
	for (const [at, part] of parts.entries()) {
		const person = team[at % team.length];
		const id = person?.view.me?.id;
		if (id)
			await person.press('part', [
				['person', id],
				['part', part],
				['holds', 'yes']
			]);
	}
}
