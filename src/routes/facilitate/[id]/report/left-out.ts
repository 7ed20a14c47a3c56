/** Parts of the report that its reader may leave out. */
const PARTS = ['teams', 'people', 'agreement', 'joint', 'roadmap', 'participation'] as const;

/** `names`: personal ones. */
export type Part = (typeof PARTS)[number] | 'names';

/** What a report leaves out, as its address says: `?without=teams,people&names=no`. */
export function leftOut({ searchParams }: URL): ReadonlySet<Part> {
	const said = (searchParams.get('without') ?? '').split(',');
	return new Set<Part>([
		...PARTS.filter((part) => said.includes(part)),
		...(searchParams.get('names') === 'no' ? (['names'] as const) : [])
	]);
}
