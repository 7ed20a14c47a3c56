import { describe, expect, test } from 'vitest';
import { leftOut } from './left-out';

const left = (search: string) => [...leftOut(new URL(`http://here/report${search}`))];

describe('leftOut', () => {
	test('nothing, unless the address says so', () => expect(left('')).toEqual([]));
	test('the parts it names', () =>
		expect(left('?without=teams,roadmap')).toEqual(['teams', 'roadmap']));
	test('personal names', () => expect(left('?names=no')).toEqual(['names']));
	test('what it does not know changes nothing', () =>
		expect(left('?without=Teams,names,,x&names=yes')).toEqual([]));
});
