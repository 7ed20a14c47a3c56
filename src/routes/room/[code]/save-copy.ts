import { horizonWord } from '$lib/components/horizon-words';
import { m } from '$lib/paraglide/messages';
import { HORIZONS } from '$lib/sheet/layout';
import type { Choice } from '$lib/sheet/value';
import type { Room } from './room.svelte';
import { urgencyWord } from './urgency-words';

/** Gives the person a text file of what their sheet says now. */
export function saveCopy(room: Room): void {
	const url = URL.createObjectURL(new Blob([sheetText(room)], { type: 'text/plain' }));
	const link = document.createElement('a');
	link.href = url;
	link.download = `${room.view.team?.name ?? room.view.workshop.title}.txt`;
	link.click();
	setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** @returns the sheet as words to be read, item by item */
function sheetText(room: Room): string {
	const { workshop, team, stage } = room.view;
	const head = [workshop.title, team?.name, stage?.title, room.time(room.now)];
	const blocks = room.entries.flatMap(({ id, title, kind }) => {
		const lines = kind === 'recommendations' ? recommendations(room) : item(room, id);
		return lines.length > 0 ? [`${title}\n${'-'.repeat(title.length)}\n${lines.join('\n')}`] : [];
	});
	return [...head.filter(Boolean), '', blocks.join('\n\n'), room.value.notes].join('\n') + '\n';
}

function item(room: Room, id: string): string[] {
	const { choices, contacts, answers } = room.value;
	const answer = answers.find((one) => one.question === id);
	const question = room.entries.find((one) => one.id === id)?.question;
	const chosen = answer?.options.map(
		(option) => question?.options.find((one) => one.id === option)?.text ?? option
	);
	return [
		...choices
			.filter((one) => one.need === id && one.gone === null)
			.flatMap((one) => tool(room, one)),
		...contacts
			.filter((one) => one.need === id && one.gone === null)
			.map((one) => [m.case_contact({ ...one }), one.note].filter(Boolean).join('\n   ')),
		...(chosen ?? []),
		...[answer?.text, answer?.reason].filter((words) => words !== undefined && words !== '')
	] as string[];
}

function tool(room: Room, choice: Choice): string[] {
	const said: [string, string][] = [
		[m.case_who_asks(), choice.asks],
		[m.case_who_executes(), choice.executes],
		[m.case_how_urgent(), choice.urgency ? urgencyWord(choice.urgency) : ''],
		[m.case_why(), choice.reason],
		[m.case_safeguards(), choice.safeguards]
	];
	const name = room.tool(choice.tool)?.name ?? choice.tool;
	return [
		`${choice.rank}. ${name}`,
		...said.filter(([, words]) => words !== '').map(([label, words]) => `   ${label}: ${words}`)
	];
}

function recommendations(room: Room): string[] {
	return HORIZONS.flatMap((horizon) =>
		room.value.recommendations
			.filter((one) => one.horizon === horizon && one.gone === null && one.text !== '')
			.map((one) => [`${horizonWord(horizon)} ${one.rank}. ${one.text}`, one.owner])
			.map((lines) => lines.filter(Boolean).join('\n   '))
	);
}
