import { oneOf } from './desk';
import { random } from '../../src/lib/teams/random';

const GIVEN = (
	'Amina Baraka Chausiku Daudi Eshe Faraja Garane Halima Idil Jabali Khadra Lulu Makena Nuru Omari ' +
	'Pendo Qamar Rehema Safiya Tumaini Ubah Warsame Yusra Zahra Ayaan Bishaaro Caasha Deeqa Farah ' +
	'Guled Hodan Imani Jirani Kibibi Liban Mwema Nafula Otiende Saida Taban'
).split(' ');
const FAMILY = (
	'Abunwasi Barre-Nur Chemutai Dirie-Hersi Ekwam Farole Gathu-Wanja Hirsi-Geedi Ikal Jumale Kasimu ' +
	'Lokwang Mohamud-Dahir Nandwa Odera Pambazuko Rashid-Ole Samatar-Yabarow Tuwei Utamaduni Wabera ' +
	'Yego-Sang Zubeir'
).split(' ');
const ROLES = [
	'prosecutor',
	'investigator',
	'judge',
	'defence lawyer',
	'central authority officer'
];
const GUESTS = ['Ethiopia', 'Uganda', 'Tanzania', 'Djibouti'];

/**
 * Invents people: most of the scenario's countries in equal parts, about one in eight a guest.
 * @param count how many
 * @param hosts the countries, by name
 * @param seed the same seed invents the same people
 * @returns the list as CSV
 */
export function inventPeople(count: number, hosts: readonly string[], seed: number): string {
	const next = random(seed);
	const guests = GUESTS.filter((name) => !hosts.includes(name));
	const rows = Array.from({ length: count }, (_, i) => {
		const home = hosts[i % Math.max(1, hosts.length)];
		const delegation = (i % 8 === 7 && oneOf(guests, next)) || home || guests[0];
		// each number its own pair of names, so that no two people are called alike
		const given = GIVEN[i % GIVEN.length];
		const family = FAMILY[(i + Math.floor(i / GIVEN.length)) % FAMILY.length];
		const round = Math.floor(i / (GIVEN.length * FAMILY.length));
		const name = `${given} ${family}${round ? ` ${'I'.repeat(round + 1)}` : ''}`;
		const gender = next() < 0.5 ? 'female' : 'male';
		const languages = next() < 0.3 ? 'English; French' : 'English';
		return [name, delegation, oneOf(ROLES, next), '', gender, languages].join(',');
	});
	return ['name,delegation,role,institution,gender,languages', ...rows, ''].join('\n');
}
