/**
 * The day by the room's clock.
 * @param at ms since 1970
 * @param zone minutes the room's clock is ahead of UTC
 * @returns ISO date
 */
export function dayOf(at: number, zone: number): string {
	return new Date(at + zone * 60_000).toISOString().slice(0, 10);
}
