import { m } from '$lib/paraglide/messages';
import type { RoleGroup } from '$lib/teams/role-group';

/** A kind of role in words, as after "a": "prosecutor". */
export function roleWord(role: RoleGroup): string {
	switch (role) {
		case 'prosecutor':
			return m.role_prosecutor();
		case 'courts':
			return m.role_courts();
		case 'defence':
			return m.role_defence();
		case 'investigator':
			return m.role_investigator();
		case 'ministry':
			return m.role_ministry();
		case 'adviser':
			return m.role_adviser();
		case 'trainer':
			return m.role_trainer();
		case 'other':
			return m.role_other();
	}
}
