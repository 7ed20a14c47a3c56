import { test } from 'vitest';
import { readRoster } from './roster';
import { random } from '../teams/random';
test('x', () => {
	const n = random(3);
	const w = () =>
		Array.from({ length: 8 + Math.floor(n() * 8) }, () => 'abcdefgh'[Math.floor(n() * 8)]).join('');
	const list =
		'name,delegation\n' + Array.from({ length: 2500 }, (_, i) => `P ${i},${w()} ${w()}`).join('\n');
	let t = performance.now();
	const r = readRoster(list, { delegations: [], present: [] });
	console.log(r.entries.length, r.problems.length, r.guests.length, performance.now() - t);
	t = performance.now();
	readRoster('name,delegation\n' + '"x,y\n'.repeat(100000), { delegations: [], present: [] });
	console.log('quotes', performance.now() - t);
	t = performance.now();
	readRoster('name,delegation\n' + '"'.repeat(500000), { delegations: [], present: [] });
	console.log('quotes2', performance.now() - t);
	t = performance.now();
	readRoster('name,delegation\n' + '"\n'.repeat(250000), { delegations: [], present: [] });
	console.log('quotes3', performance.now() - t);
	t = performance.now();
	readRoster('name,delegation\n' + ('"' + 'x""'.repeat(80) + '\n').repeat(2000), {
		delegations: [],
		present: []
	});
	console.log('quotes4', performance.now() - t);
	t = performance.now();
	readRoster('name,delegation' + ','.repeat(490000) + '\na,b', { delegations: [], present: [] });
	console.log('cells', performance.now() - t);
	t = performance.now();
	readRoster('name,'.repeat(100000) + '\n', { delegations: [], present: [] });
	console.log('cells2', performance.now() - t);
	t = performance.now();
	readRoster('name,delegation\n' + ' '.repeat(500000) + 'a,b', { delegations: [], present: [] });
	console.log('spaces', performance.now() - t);
	t = performance.now();
	readRoster('name,delegation,((((' + '('.repeat(500000) + ' a,b', {
		delegations: [],
		present: []
	});
	console.log('par', performance.now() - t);
}, 120000);
