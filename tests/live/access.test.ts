import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CLIENT_EVENTS } from '../../src/lib/protocol/live';
import type { ServerChild } from '../faults/child';
import { Visitor } from '../faults/visitor';
import { ROLES, TABLE, type Role, type Row } from './access-table';
import { Caller } from './caller';
import {
	account,
	begin,
	cockpit,
	enter,
	joinIn,
	prepare,
	production,
	projector,
	room
} from './production';
import { layoutsAround, ROUTES } from './route-list';

let server: ServerChild;
const visitors = new Map<Role, Visitor>();
const callers = new Map<Role, Caller>();
let real = { id: '', code: '', sheet: '' };

beforeAll(async () => {
	server = await production();
	const leads = await account(server, 'Rosa');
	const other = await account(server, 'Amina');
	const four = ['Abdi One,Kenya', 'Beza One,Somalia', 'Cumar Two,Kenya', 'Deeqa Two,Somalia'];
	const here = await prepare(leads, [
		...four.map((row) => `${row},judge,member`),
		'Observer One,Kenya,judge,observer'
	]);
	const there = await prepare(other, ['Elsewhere One,Kenya,judge,member']);
	const { teams, injects } = await begin(here, 2);
	for (const inject of injects)
		await leads.act(`/facilitate/${here.id}/run?/release`, [['inject', inject.id]]);
	const name = (team: number) => teams[team]?.members[0]?.name ?? '';
	const nobody = new Visitor(server.origin);
	visitors.set('nobody', nobody).set('code', nobody);
	visitors.set('member', await enter(server, here.code, name(0)));
	visitors.set('mate', await enter(server, here.code, name(1)));
	visitors.set('elsewhere', await enter(server, there.code, 'Elsewhere One'));
	visitors.set('observer', await enter(server, here.code, 'Observer One'));
	visitors.set('facilitator', leads).set('other', other);
	for (const role of ['co', 'removed'] as const) {
		const visitor = await account(server, role === 'co' ? 'Ekow' : 'Zola');
		await joinIn(here, visitor);
		visitors.set(role, visitor);
	}
	const gone = (await visitors.get('removed')?.data(`/facilitate/${here.id}/setup`)) ?? {};
	const who = (gone.facilitator as { id: string }).id;
	await leads.act(`/facilitate/${here.id}/setup?/dismiss`, [['who', who]]);
	visitors.set('screen', await projector(server, here));
	real = { id: here.id, code: here.code, sheet: teams[0]?.sheet ?? '' };
	expect((await cockpit(here)).workshop.screens).toBe(1);
	for (const role of ROLES) callers.set(role, new Caller(server.origin, cookieOf(role), real));
});
afterAll(async () => {
	for (const caller of callers.values()) caller.close();
	await server[Symbol.asyncDispose]();
});

const cookieOf = (role: Role) => visitors.get(role)?.cookie ?? '';
const callerOf = (role: Role) => callers.get(role) as Caller;

/** The address of a route as a role knows it; `nobody` has to guess. */
function address(route: string, role: Role, row: Row): string {
	const known = role === 'nobody' ? { id: 'a1b2c3d4e5f6g7h8', code: 'ZZZZ99' } : real;
	return route
		.replace(/\/\([^)]*\)/g, '')
		.replace('[...path]', row.path ?? '')
		.replace('/toolbox/[id]', '/toolbox/police-to-police-liaison')
		.replace('[id]', known.id)
		.replace('[code]', known.code)
		.replace('[link]', 'ABCD2345EF')
		.replace('[slug]', 'canary')
		.replace('[sheet]', real.sheet)
		.replace('[token]', 'a-link-nobody-was-given');
}

function fetchAs(role: Role, path: string, init: RequestInit = {}): Promise<Response> {
	return fetch(new URL(path, server.origin), {
		...init,
		redirect: 'manual',
		headers: { ...init.headers, cookie: cookieOf(role), origin: server.origin }
	});
}

/** Whether one `load` alone gives its data, without those around it. */
async function loads(route: string, role: Role, row: Row, layout: boolean): Promise<boolean> {
	const below: Record<string, string> = {
		'/facilitate/(home)': '/facilitate/(home)',
		'/author': '/author',
		'/facilitate/[id]': '/facilitate/[id]/run'
	};
	const page = layout ? (below[route] ?? route) : route;
	const around = layoutsAround(page);
	const at = layout ? layoutsAround(route) - 1 : around;
	const only = Array.from({ length: around + 1 }, (_, i) => (i === at ? '1' : '0')).join('');
	const path = address(page, role, row).replace(/\/$/, '');
	const response = await fetchAs(role, `${path}/__data.json?x-sveltekit-invalidated=${only}`);
	const text = await response.text();
	if (!text.startsWith('{')) return false;
	const sent = JSON.parse(text.split('\n')[0] ?? '') as Sent;
	return sent.type === 'data' && sent.nodes?.[at]?.type === 'data';
}

interface Sent {
	type: string;
	status?: number;
	location?: string;
	data?: string;
	nodes?: ({ type: string } | null)[];
}

/** Whether a form gets past the guard: it is sent to no door, and refused by no error. */
async function acts(route: string, name: string, role: Role, row: Row): Promise<boolean> {
	const body = new FormData();
	for (const [key, value] of row.fields ?? []) body.append(key, address(value, role, row));
	const path = `${address(route, role, row)}${name === 'default' ? '' : `?/${name}`}`;
	const response = await fetchAs(role, path, {
		method: 'POST',
		body,
		headers: { accept: 'application/json', 'x-sveltekit-action': 'true' }
	});
	if (row.passed === 'cookie-cleared')
		return response.headers.getSetCookie().some((one) => one.startsWith(`baraza-${real.code}=;`));
	const text = await response.text();
	const sent = text.startsWith('{') ? (JSON.parse(text) as Sent) : undefined;
	if (!sent || sent.type === 'error') return false;
	if (row.passed === 'no-failure') return sent.type !== 'failure';
	if (row.passed === 'known-workshop') return !sent.data?.includes('no-workshop');
	return !/^\/(?:facilitate\/sign-in|join\/|$)/.test(sent.location ?? '-');
}

async function answers(route: string, method: string, role: Role, row: Row): Promise<boolean> {
	const body = method === 'POST' ? new URLSearchParams([...(row.fields ?? [])]) : undefined;
	const response = await fetchAs(role, address(route, role, row), { method, body });
	// 409: let in, and refused for what it asks
	const led = method === 'POST' || row.passed === 'leads-on';
	return (led ? [204, 303, 409] : [200]).includes(response.status);
}

async function passes(key: string, role: Role, row: Row): Promise<boolean> {
	const [kind = '', what = '', name = ''] = key.split(' ');
	if (kind === 'load' || kind === 'layout') return loads(what, role, row, kind === 'layout');
	if (kind === 'act') return acts(what, name, role, row);
	if (kind === 'connect') return callerOf(role).connects(what as 'person');
	if (kind === 'event')
		return callerOf(role).mayEmit(what as 'sheet:join', {
			member: callerOf('member'),
			leads: callerOf('facilitator')
		});
	return answers(what, kind, role, row);
}

describe('who may do what', () => {
	test('every route, action, endpoint and event has a row, and there is no row too many', () => {
		const events = CLIENT_EVENTS.map((event) => `event ${event}`);
		const rows = Object.keys(TABLE).filter((key) => !key.startsWith('connect '));
		expect(rows.sort()).toEqual([...ROUTES, ...events].sort());
	});
	test('within a route everybody gets only what is theirs', async () => {
		for (const role of ['member', 'mate', 'observer', 'elsewhere', 'screen'] as const)
			for (const path of ['expert.png', 'scenario.md', 'toolbox/public-registry-check.md'])
				for (const from of [`/room/${real.code}`, '/screen'])
					expect((await fetchAs(role, `${from}/files/${path}`)).status).toBe(404);
		const lists = await Promise.all(
			(['facilitator', 'co', 'removed', 'other'] as const).map((role) =>
				visitors.get(role)?.data('/facilitate')
			)
		);
		const ids = lists.map((list) => (list?.workshops as { id: string }[]).map(({ id }) => id));
		expect(ids.slice(0, 3)).toEqual([[real.id], [real.id], []]);
		expect(ids[3]).not.toContain(real.id);
		const mate = await room(visitors.get('mate') as Visitor, real.code);
		const given = await visitors.get('member')?.act(`/room/${real.code}?/part`, [
			['person', mate.me.id],
			['part', 'defence'],
			['holds', 'yes']
		]);
		expect(given).toMatchObject({ type: 'failure', data: { why: 'not-your-team' } });
	});
	test.each(Object.entries(TABLE))('%s', async (key, row) => {
		const passed: Role[] = [];
		for (const role of ROLES) if (await passes(key, role, row)) passed.push(role);
		expect(passed).toEqual(ROLES.filter((role) => row.may.includes(role)));
	});
});
