import { matchDelegation, spelling } from '../people/delegation-match';
import { findNames } from '../people/find';
import type { NameRequest, WorkshopState } from '../workshop/state';
import type { CockpitView, DoorLine } from './cockpit';

/** Who waits at the door, with what the facilitator needs to answer in one tap. */
export function doorView(state: WorkshopState): CockpitView['door'] {
	const person = (id: string | null) => state.people.find((one) => one.id === id);
	return {
		openUntil: state.door.openUntil,
		waiting: state.door.waiting.flatMap((asked): DoorLine[] => {
			const { id, at } = asked;
			if (asked.person === null) return [unlisted(state, asked)];
			const found = person(asked.person);
			if (!found) return [];
			return [{ id, at, name: found.name, delegation: found.delegation, unlisted: null }];
		}),
		taken: state.door.taken.flatMap(({ person: which, how, at }) => {
			const name = person(which)?.name;
			return name === undefined ? [] : [{ person: which, name, how, at }];
		})
	};
}

/** Somebody who is not on the list, compared with it as a list that is brought would be. */
function unlisted(state: WorkshopState, { id, at, name, delegation }: NameRequest): DoorLine {
	const match = matchDelegation(
		delegation,
		state.delegations.map((one) => spelling(one.name))
	);
	const alike = findNames(state.people, name)[0];
	const found = state.people.find((one) => one.id === alike);
	return {
		id,
		at,
		name,
		delegation,
		unlisted: {
			delegation: match.kind === 'is' ? match.name : null,
			near: match.kind === 'near' ? match.name : null,
			alike: found ? { id: found.id, name: found.name, delegation: found.delegation } : null
		}
	};
}
