import { describe, expect, test } from 'vitest';
import { genderGroup } from './gender-group';
import { roleGroup, type RoleGroup } from './role-group';

const roles: Record<RoleGroup, string[]> = {
	prosecutor: [
		'Prosecutor',
		'Senior State Counsel',
		'Mwendesha mashtaka',
		'Xeer ilaaliye ku-xigeen',
		'Procureure adjointe',
		'Ministère public',
		'وكيل نيابة'
	],
	courts: [
		'Judge',
		'Magistrate',
		'Court registrar',
		'Hakimu',
		'Garsoore',
		'Juge d’instruction',
		'قاض'
	],
	defence: ['Defence lawyer', 'Advocate', 'Wakili', 'Qareen', 'Avocat', 'محام'],
	investigator: ['Investigator', 'Police inspector', 'Mpelelezi', 'Baare', 'Enquêteur', 'محقق'],
	ministry: ['Official, Ministry of Justice', 'Wizara ya Sheria', 'Wasaaradda Cadaaladda'],
	adviser: ['Legal adviser', 'Advisor', 'Analyst', 'Mshauri wa sheria', 'La-taliye', 'Conseillère'],
	trainer: ['Trainer', 'Prosecutor trainer', 'Mkufunzi', 'Tababare', 'Formatrice'],
	other: ['', 'Farmer', 'Constraint', 'Trainee']
};

describe('roleGroup', () => {
	test('knows roles in English, Swahili, Somali, French and Arabic', () => {
		for (const [group, words] of Object.entries(roles))
			for (const word of words) expect(roleGroup(word), word).toBe(group);
	});
});

describe('genderGroup', () => {
	test('brings the ways of writing to one', () => {
		for (const word of ['F', 'f.', 'Female', 'Mwanamke', 'Dumar', 'Féminin', 'أنثى'])
			expect(genderGroup(word), word).toBe('f');
		for (const word of ['M', 'male', 'Mwanaume', 'Rag', 'Homme', 'ذكر'])
			expect(genderGroup(word), word).toBe('m');
		expect(genderGroup('Non-binary')).toBe('non-binary');
		expect(genderGroup(' ')).toBe('');
	});
});
