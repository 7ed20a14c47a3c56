import type { Desk } from './desk';
import { didYouMean } from './nearest';
import type { Audience } from './scenario';
import type { Fault, Setting, Settings } from './settings';

/** Whom a block is for and what it waits for. */
export interface For {
	audience: Audience;
	after?: string;
}

function fault({ line }: Setting, message: string, hint: string): Fault {
	return { line, message, hint, audience: true };
}

function group(setting: Setting, declared: readonly string[], word: 'part' | 'side', name: string) {
	return fault(
		setting,
		`"${name}" is no ${word} of this scenario.`,
		didYouMean(
			name,
			declared,
			declared.length
				? `Declared are ${declared.join(', ')}.`
				: `Declare it in the front matter: ${word}s: [${name || '…'}].`
		)
	);
}

function nobody(to: Setting, { parts, sides }: Desk): Fault {
	const all = [...parts.map((part) => `part ${part}`), ...sides.map((side) => `side ${side}`)];
	const bare = all.find((each) => each.endsWith(` ${to.value}`));
	return fault(
		to,
		`"to: ${to.value.slice(0, 40)}" says for nobody.`,
		didYouMean(bare ?? to.value, ['all', ...all], 'Write "to: all", "to: part …" or "to: side …".')
	);
}

/**
 * Reads `to`, `after` and `by`. What is wrong with them is added to the settings' faults.
 * @param id the block's own id: it cannot wait for itself
 */
export function audienceOf(settings: Settings, desk: Desk, id: string): For {
	const { given, faults } = settings;
	let audience: Audience = { to: 'all' };
	const to = given.get('to');
	if (to && to.value !== 'all') {
		const [, word, name = ''] = /^(part|side)\s+(.*)$/.exec(to.value) ?? [];
		if (word === 'part') {
			audience = { to: 'part', part: name };
			if (!desk.parts.includes(name)) faults.push(group(to, desk.parts, word, name));
		} else if (word === 'side') {
			audience = { to: 'side', side: name };
			if (!desk.sides.includes(name)) faults.push(group(to, desk.sides, word, name));
		} else faults.push(nobody(to, desk));
	}
	const after = given.get('after');
	if (after && (!desk.injects.has(after.value) || after.value === id))
		faults.push(
			fault(
				after,
				`"${after.value.slice(0, 40)}" is no inject it could wait for.`,
				didYouMean(after.value, desk.injects, 'Name the id of an inject.')
			)
		);
	const by = given.get('by');
	if (by && by.value !== 'team')
		faults.push(
			/^each person(?:, unnamed)?$/.test(by.value)
				? fault(by, `"by: ${by.value}" is not yet supported.`, 'Write "by: team".')
				: fault(
						by,
						`"by: ${by.value.slice(0, 40)}" is not understood.`,
						didYouMean(by.value, ['team'], 'Write "by: team".')
					)
		);
	return { audience, after: after?.value };
}
