import type { Results } from './results';

/** The results as JSON, as docs/results.schema.json describes them. */
export function resultsJson(results: Results): string {
	return `${JSON.stringify(results, null, '\t')}\n`;
}
