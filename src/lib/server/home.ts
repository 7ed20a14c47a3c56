import { join, resolve } from 'node:path';

/** The program's own folder: server.js says it; in development and tests it is the working directory. */
export const home = process.env.BARAZA_HOME ?? process.cwd();

/** Where everything a workshop writes is kept. */
export const dataFolder = resolve(process.env.BARAZA_DATA ?? join(home, 'data'));

/** Where scenarios are looked for. */
export const scenariosFolder = resolve(process.env.BARAZA_SCENARIOS ?? join(home, 'scenarios'));

/** The scenarios and the toolbox that come with the program. */
export const shippedScenarios = join(home, 'scenarios');

/** A reason not to start, as one sentence for the person at the console. */
export class CannotStart extends Error {
	override name = 'CannotStart';
}
