import {
	BorderStyle,
	HeadingLevel,
	HeightRule,
	Table,
	TableCell,
	TableLayoutType,
	TableRow,
	WidthType,
	type FileChild
} from 'docx';
import type { Results } from '../results';
import { fill } from '../words';
import { INK } from './styles';
import { WIDE } from './table';
import { said, type Setting } from './text';

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const RULE = { style: BorderStyle.SINGLE, size: 6, color: INK };

/** Room to sign in, twentieths of a point. */
const ROOM = 1000;
const SIDE = Math.floor(WIDE * 0.46);

/** A line to sign on for each host delegation, two beside each other. */
export function signatures({ delegations }: Results, setting: Setting): FileChild[] {
	const hosts = delegations.filter(({ kind }) => kind === 'host').map(({ name }) => name);
	if (hosts.length === 0) return [];
	const pairs = hosts.flatMap((name, at) => (at % 2 ? [] : [[name, hosts[at + 1]] as const]));
	return [
		said(setting.words.heads.signed, setting, { heading: HeadingLevel.HEADING_2 }),
		new Table({
			rows: pairs.flatMap(([one, other]) => [
				new TableRow({
					children: [blank(setting), blank(setting), blank(setting)],
					height: { value: ROOM, rule: HeightRule.EXACT },
					cantSplit: true,
					keepNext: true
				}),
				new TableRow({
					children: [
						place(one, setting),
						blank(setting),
						other === undefined ? blank(setting) : place(other, setting)
					],
					cantSplit: true
				})
			]),
			width: { size: WIDE, type: WidthType.DXA },
			columnWidths: [SIDE, WIDE - 2 * SIDE, SIDE],
			layout: TableLayoutType.FIXED,
			...(setting.words.rtl && { visuallyRightToLeft: true }),
			borders: {
				top: NONE,
				left: NONE,
				right: NONE,
				bottom: NONE,
				insideHorizontal: NONE,
				insideVertical: NONE
			}
		})
	];
}

const blank = (setting: Setting) =>
	new TableCell({ children: [said('', setting, { style: 'Cell' })] });

function place(name: string, setting: Setting): TableCell {
	const { signFor, signLine } = setting.words.sentences;
	return new TableCell({
		children: [
			said(fill(signFor, { name }), setting, { style: 'Cell' }),
			said(signLine, setting, { style: 'Second' })
		],
		borders: { top: RULE },
		margins: { top: 80, marginUnitType: WidthType.DXA }
	});
}
