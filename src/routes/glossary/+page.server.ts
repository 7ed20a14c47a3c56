import { glossary } from '$lib/server/scenarios';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => ({
	terms: (await glossary()).map(({ id, words, meaning }) => ({ id, words, meaning: meaning.open }))
});
