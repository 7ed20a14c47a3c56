import { describe, expect, test } from 'vitest';
import { targetOf } from './links';

describe('targetOf', () => {
	test.each([
		['https://example.org/a b', { kind: 'web', url: 'https://example.org/a%20b' }],
		['mailto:a@example.org', { kind: 'web', url: 'mailto:a@example.org' }],
		['#there', { kind: 'place', url: '#there' }],
		['papers/the%20letter.pdf', { kind: 'file', path: 'papers/the letter.pdf' }],
		['./map.png', { kind: 'file', path: 'map.png' }]
	])('follows %s', (href, target) => expect(targetOf(href)).toEqual(target));

	test.each([
		...[
			'javascript:alert(1)',
			' javascript:alert(1)',
			'\u00a0javascript:alert(1)',
			'java\tscript:alert(1)'
		],
		...['javascript&colon;alert(1)', 'data:text/html,x', 'file:///etc/passwd', '//example.org/x'],
		...['/etc/passwd', '../x', 'a/../../x', '%2e%2e/x', 'a\\b', 'a//b', '', '?x', '%zz', 'a%00b']
	])('follows nothing to %j', (href) => expect(targetOf(href)).toEqual({ kind: 'none' }));
});
