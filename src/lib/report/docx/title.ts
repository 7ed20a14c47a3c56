import type { JointResult } from '../plenary-results';

/** What a joint recommendation is called: its name, or its first words where nobody gave it one. */
export function titleOf({ name, text }: Pick<JointResult, 'name' | 'text'>): string {
	if (name) return name;
	const words = text.trim().split(/\s+/);
	return words.length > 8 ? `${words.slice(0, 8).join(' ')} …` : words.join(' ');
}
