/**
 * Loaded into a server by `--import`, before anything else: kills it at a named point of its own
 * work. `BARAZA_KILL_AT` names the point; after SIGUSR2, or from the start where
 * `BARAZA_KILL_AFTER` gives a number, the next pass, or the one after so many, is its last.
 * Nothing in the product knows of it.
 */
import { ServerResponse } from 'node:http';
import { registerHooks } from 'node:module';
import Database from 'better-sqlite3';

const { BARAZA_KILL_AT: point, BARAZA_KILL_AFTER: after } = process.env;
let armed = after !== undefined;
let left = Number(after ?? 0);
process.on('SIGUSR2', () => (armed = true));

/** The program passes a point. */
export function at(name: string | undefined): void {
	if (armed && name === point && left-- <= 0) process.kill(process.pid, 'SIGKILL');
}

// *decoded*, *applied*: where Yjs is asked for, the one with points is given
const yjs = new URL('./yjs-points.ts', import.meta.url).href;
registerHooks({
	resolve(specifier, context, next) {
		if (context.parentURL === yjs)
			return specifier === 'yjs'
				? next(specifier, context)
				: { url: import.meta.url, shortCircuit: true };
		return specifier === 'yjs' ? { url: yjs, shortCircuit: true } : next(specifier, context);
	}
});

// *before commit*, *committed before ack*; after the commit of what is named below, *vote committed*
type Work = (...given: unknown[]) => unknown;
let made: string | undefined;
const { prepare, transaction } = Database.prototype;
Database.prototype.transaction = function (this: Database.Database, work: Work) {
	const whole = transaction.call(this, (...given: unknown[]) => {
		const result = work(...given);
		at('before commit');
		return result;
	}) as Database.Transaction<Work>;
	const told =
		(run: Work): Work =>
		(...given) => {
			made = undefined;
			const result = run(...given);
			at('committed before ack');
			at(`${made} committed`);
			return result;
		};
	const { deferred, immediate, exclusive } = whole;
	return Object.assign(told(whole), {
		default: told(whole),
		deferred: told(deferred),
		immediate: told(immediate),
		exclusive: told(exclusive)
	});
} as typeof transaction;

// *in snapshot*, *in migration*, *in vote*, *in merge*, *in decision*: after a statement, before the commit
const statements: [RegExp, string][] = [
	[/^\s*insert into "?snapshot/i, 'snapshot'],
	[/^\s*create (?:unique )?(?:index|table) [`"]/i, 'migration'],
	[/^insert into "vote"/, 'vote'],
	[/^insert into "joint_source"/, 'merge'],
	[/^insert into "decision"/, 'decision']
];
Database.prototype.prepare = function (this: Database.Database, sql: string) {
	const statement = prepare.call(this, sql);
	const name = statements.find(([begins]) => begins.test(sql))?.[1];
	if (!name) return statement;
	const run = statement.run.bind(statement) as (...given: unknown[]) => Database.RunResult;
	statement.run = (...given: unknown[]) => {
		const result = run(...given);
		made = name;
		at(`in ${name}`);
		return result;
	};
	return statement;
} as typeof prepare;

// *in report*: it is made and about to leave
const { writeHead } = ServerResponse.prototype;
ServerResponse.prototype.writeHead = function (this: ServerResponse, ...given: unknown[]) {
	if (/\/results\.\w+/.test(this.req.url ?? '')) at('in report');
	return writeHead.apply(this, given as Parameters<typeof writeHead>);
} as typeof writeHead;
