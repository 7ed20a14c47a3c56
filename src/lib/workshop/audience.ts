import type { Audience } from '../scenario/scenario';
import type { Team } from './state';

/** Whether something is for anybody in this team. */
export function concernsTeam(audience: Audience, team: Team): boolean {
	switch (audience.to) {
		case 'all':
			return true;
		case 'side':
			return team.side === audience.side;
		case 'part':
			return true; // anybody of the team may hold the part, now or later
	}
}

/** Whether something is for this person of this team. */
export function concernsPerson(audience: Audience, team: Team, person: string): boolean {
	if (audience.to !== 'part') return concernsTeam(audience, team);
	const member = team.members.find((m) => m.person === person);
	return member?.parts.includes(audience.part) ?? false;
}
