/** The page that projectors show of the team that presents, by workshop: pressed on, never stored. */
const pages = new Map<string, { team: string; page: number }>();

/** 0 is the first; projectors count on from the first after the last. */
export function pageOf(workshop: string, team: string): number {
	const shown = pages.get(workshop);
	return shown?.team === team ? shown.page : 0;
}

export function keepPage(workshop: string, team: string, page: number): void {
	pages.set(workshop, { team, page });
}
