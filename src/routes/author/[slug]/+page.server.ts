import { error } from '@sveltejs/kit';
import { outline } from '$lib/scenario/outline';
import { preview } from '$lib/scenario/preview';
import { signedIn } from '$lib/server/owner';
import { readingOf } from '$lib/server/scenarios';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	signedIn(event);
	const reading = await readingOf(event.params.slug);
	if (!reading) error(404);
	const { slug, scenario } = reading;
	const as = event.url.searchParams.get('as') === 'participant' ? 'participant' : 'facilitator';
	const file = (path: string) =>
		`/author/${slug}/files/${path.split('/').map(encodeURIComponent).join('/')}`;
	return {
		as: as as 'participant' | 'facilitator',
		outline: outline(reading),
		problems: reading.problems,
		about: scenario && {
			fiction: scenario.fiction,
			authors: scenario.authors,
			licence: scenario.licence,
			aims: scenario.aims,
			parts: scenario.parts,
			sides: scenario.sides
		},
		countries: scenario?.countries ?? [],
		tools: Object.fromEntries(reading.tools.map(({ id, name }) => [id, name])),
		blocks: scenario ? preview(scenario, as, file) : []
	};
};
