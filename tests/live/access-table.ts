/** Everybody who may come by, as the workshop in question sees them. */
export const ROLES = [
	'nobody', // knows no code and no address
	'code', // knows the code, and all addresses
	'member', // of team one
	'mate', // of team two
	'elsewhere', // takes part in another workshop
	'observer',
	'facilitator', // the owner of this workshop
	'co', // leads it too
	'removed', // did so, until the owner took them off the list
	'other', // leads another workshop
	'screen' // a projector of this workshop
] as const;

export type Role = (typeof ROLES)[number];

/** One thing that can be asked of the server, and who may ask it. */
export interface Row {
	may: readonly Role[];
	fields?: readonly [string, string][];
	/** The rest of a route that ends in `[...path]`. */
	path?: string;
	/** Where the door itself answers with a redirect, what tells a pass from a refusal. */
	passed?: 'no-failure' | 'known-workshop' | 'cookie-cleared' | 'leads-on';
}

const ALL = ROLES;
const OWNER = ['facilitator'] as const;
const LEADS = ['facilitator', 'co'] as const;
const FACILITATORS = ['facilitator', 'co', 'removed', 'other'] as const;
const PEOPLE = ['member', 'mate', 'observer'] as const;
const STRANGERS = ALL.filter((role) => !FACILITATORS.some((one) => one === role));

/**
 * Every load, action, endpoint and event: a new one without a row fails the test. Forms carry
 * nothing that could succeed: a row tells who gets past the guard. Those that change something
 * for the rows after them stand last.
 */
export const TABLE: Record<string, Row> = {
	'load /': { may: ALL },
	'load /glossary': { may: ALL }, // words, and nobody's
	'act / default': {
		may: ALL.filter((role) => role !== 'nobody'),
		fields: [['code', '[code]']],
		passed: 'no-failure'
	},
	'load /join/[code]': { may: ['code', 'elsewhere', ...FACILITATORS, 'screen'] }, // who is in is led to the room
	'act /join/[code] default': {
		may: ALL.filter((role) => role !== 'nobody'),
		fields: [['person', 'nobody-of-this-name']],
		passed: 'known-workshop'
	},
	'load /join/[code]/ask': { may: ['code', 'elsewhere', ...FACILITATORS, 'screen'] },
	'act /join/[code]/ask name': {
		may: ALL.filter((role) => role !== 'nobody'),
		fields: [['person', 'nobody-of-this-name']],
		passed: 'known-workshop'
	},
	'act /join/[code]/ask listed': {
		may: ALL.filter((role) => role !== 'nobody'),
		passed: 'known-workshop' // without a name nobody is asked
	},
	'act /join/[code]/ask takeBack': { may: ALL, passed: 'no-failure' }, // ends what one asked for oneself
	'load /join/[code]/[link]': {
		may: ['nobody', 'code', 'elsewhere', ...FACILITATORS, 'screen']
	}, // says that the link is no good
	'act /join/[code]/[link] default': { may: [], passed: 'no-failure' }, // the link makes the device, and here is none
	'GET /join/[code]/over': { may: ALL }, // says whether a workshop has ended, nothing of a running one
	'GET /healthz': { may: ALL },
	'POST /language': { may: ALL, fields: [['language', 'en']] },

	'load /room/[code]': { may: PEOPLE },
	'GET /room/[code]/files/[...path]': { may: PEOPLE, path: 'inject.png' },
	'act /room/[code] done': { may: PEOPLE },
	'act /room/[code] undone': { may: PEOPLE },
	'act /room/[code] part': { may: PEOPLE },
	'act /room/[code] hand': { may: PEOPLE },
	'act /room/[code] read': { may: PEOPLE },
	'act /room/[code] device': { may: PEOPLE },

	'load /room/[code]/vote': { may: PEOPLE },
	'act /room/[code]/vote cast': { may: PEOPLE },

	'load /room/[code]/debrief': { may: PEOPLE }, // says that it is not open, while it is not
	'act /room/[code]/debrief verdict': { may: PEOPLE },
	'GET /room/[code]/history/[sheet]': { may: ['member'] }, // the sheet of team one
	'POST /room/[code]/history/[sheet]': { may: ['member'], fields: [['seq', '1']] },

	'load /screen': { may: ALL }, // whoever is not paired is shown six characters of their own
	'GET /screen/files/[...path]': { may: ['screen'], path: 'inject.png' },

	'load /facilitate/sign-in': { may: STRANGERS },
	'act /facilitate/sign-in default': { may: ALL },
	'load /facilitate/first/[token]': { may: STRANGERS },
	'act /facilitate/first/[token] default': { may: ALL },
	'GET /facilitate/with/[token]': { may: ALL, passed: 'leads-on' }, // remembers it, whatever it is
	'load /facilitate/with': { may: ALL }, // says that the link is no good
	'act /facilitate/with join': { may: FACILITATORS }, // past the door; without a link it is refused
	'act /facilitate/with make': { may: [], passed: 'no-failure' }, // the link lets in, and here is none
	'layout /facilitate/(home)': { may: FACILITATORS },
	'load /facilitate/(home)': { may: FACILITATORS },
	'load /facilitate/(home)/new': { may: FACILITATORS },
	'act /facilitate/(home)/new default': { may: FACILITATORS },
	'load /facilitate/(home)/watch': { may: FACILITATORS },
	'load /facilitate/(home)/copies': { may: FACILITATORS },
	'act /facilitate/(home)/copies choose': { may: FACILITATORS, fields: [['folder', 'not/whole']] },
	'act /facilitate/(home)/copies make': { may: FACILITATORS },
	'load /facilitate/(home)/open': { may: FACILITATORS },
	'act /facilitate/(home)/open default': { may: FACILITATORS },
	'layout /author': { may: FACILITATORS },
	'load /author': { may: FACILITATORS },
	'load /author/[slug]': { may: FACILITATORS },
	'GET /author/[slug]/files/[...path]': { may: FACILITATORS, path: 'expert.png' },
	'load /author/toolbox': { may: FACILITATORS },
	'load /author/toolbox/[id]': { may: FACILITATORS },

	'layout /facilitate/[id]': { may: LEADS },
	'GET /facilitate/[id]/files/[...path]': { may: LEADS, path: 'expert.png' },
	'GET /facilitate/[id]/teams.json': { may: LEADS },
	'GET /facilitate/[id]/results.json': { may: LEADS },
	'GET /facilitate/[id]/results.csv': { may: LEADS },
	'GET /facilitate/[id]/results.md': { may: LEADS },
	'GET /facilitate/[id]/results.docx': { may: LEADS },
	'GET /facilitate/[id]/results.xlsx': { may: LEADS },
	'GET /facilitate/[id]/workshop.baraza': { may: OWNER },
	'GET /facilitate/[id]/log.csv': { may: LEADS },
	'load /facilitate/[id]/report': { may: LEADS },
	'load /facilitate/[id]/sheets/[sheet]': { may: LEADS },
	'act /facilitate/[id]/sheets/[sheet] restore': { may: LEADS, fields: [['seq', '1']] },
	'load /facilitate/[id]/people': { may: LEADS },
	'act /facilitate/[id]/people read': { may: LEADS },
	'act /facilitate/[id]/people bring': { may: LEADS },
	'act /facilitate/[id]/people add': { may: LEADS },
	'act /facilitate/[id]/people change': { may: LEADS },
	'act /facilitate/[id]/people remove': { may: LEADS },
	'act /facilitate/[id]/people free': { may: LEADS },
	'load /facilitate/[id]/teams': { may: LEADS },
	'act /facilitate/[id]/teams draw': { may: LEADS },
	'act /facilitate/[id]/teams announce': { may: LEADS },
	'act /facilitate/[id]/teams move': { may: LEADS },
	'act /facilitate/[id]/teams pin': { may: LEADS },
	'act /facilitate/[id]/teams team': { may: LEADS },
	'act /facilitate/[id]/teams part': { may: LEADS },
	'load /facilitate/[id]/run': { may: LEADS },
	'act /facilitate/[id]/run open': { may: LEADS },
	'act /facilitate/[id]/run clock': { may: LEADS },
	'act /facilitate/[id]/run lengthen': { may: LEADS },
	'act /facilitate/[id]/run gap': { may: LEADS },
	'act /facilitate/[id]/run release': { may: LEADS },
	'act /facilitate/[id]/run late': { may: LEADS },
	'act /facilitate/[id]/run pair': { may: LEADS },
	'act /facilitate/[id]/run show': { may: LEADS },
	'act /facilitate/[id]/run join': { may: LEADS },
	'act /facilitate/[id]/run letIn': { may: LEADS },
	'act /facilitate/[id]/run refuse': { may: LEADS },
	'act /facilitate/[id]/run doors': { may: LEADS },
	'act /facilitate/[id]/run order': { may: LEADS },
	'act /facilitate/[id]/run begin': { may: LEADS },
	'act /facilitate/[id]/run speak': { may: LEADS },
	'act /facilitate/[id]/run more': { may: LEADS },
	'act /facilitate/[id]/run finish': { may: LEADS },
	'act /facilitate/[id]/run page': { may: LEADS },
	'load /facilitate/[id]/plenary': { may: LEADS },
	'act /facilitate/[id]/plenary debrief': { may: LEADS },
	'load /facilitate/[id]/plenary/merge': { may: LEADS },
	'act /facilitate/[id]/plenary/merge merge': { may: LEADS },
	'act /facilitate/[id]/plenary/merge write': { may: LEADS },
	'act /facilitate/[id]/plenary/merge split': { may: LEADS },
	'act /facilitate/[id]/plenary/merge apart': { may: LEADS },
	'act /facilitate/[id]/plenary/merge show': { may: LEADS },
	'act /facilitate/[id]/plenary/merge undo': { may: LEADS },
	'load /facilitate/[id]/plenary/vote': { may: LEADS },
	'act /facilitate/[id]/plenary/vote open': { may: LEADS },
	'act /facilitate/[id]/plenary/vote add': { may: LEADS },
	'act /facilitate/[id]/plenary/vote close': { may: LEADS },
	'act /facilitate/[id]/plenary/vote reopen': { may: LEADS },
	'act /facilitate/[id]/plenary/vote hide': { may: LEADS },
	'act /facilitate/[id]/plenary/vote proxy': { may: LEADS },
	'act /facilitate/[id]/plenary/vote show': { may: LEADS },
	'load /facilitate/[id]/plenary/decide': { may: LEADS },
	'act /facilitate/[id]/plenary/decide decide': { may: LEADS },
	'act /facilitate/[id]/plenary/decide reopen': { may: LEADS },
	'act /facilitate/[id]/plenary/decide show': { may: LEADS },
	'load /facilitate/[id]/roadmap': { may: LEADS },
	'act /facilitate/[id]/roadmap write': { may: LEADS },
	'act /facilitate/[id]/roadmap move': { may: LEADS },
	'act /facilitate/[id]/roadmap show': { may: LEADS },
	'load /facilitate/[id]/setup': { may: LEADS },
	'act /facilitate/[id]/setup particulars': { may: LEADS },
	'act /facilitate/[id]/setup names': { may: LEADS },
	'act /facilitate/[id]/setup add': { may: LEADS },
	'act /facilitate/[id]/setup change': { may: LEADS },
	'act /facilitate/[id]/setup remove': { may: LEADS },

	'connect person': { may: PEOPLE },
	'connect facilitator': { may: LEADS },
	'connect screen': { may: ['screen'] },
	'event sheet:join': { may: ['member'] }, // the sheet of team one
	'event sheet:update': { may: ['member'] },
	'event sheet:catch-up': { may: ['member'] },
	'event presence:move': { may: ['member'] }, // as team one hears it
	'event plenary:at': { may: LEADS }, // as the owner hears it

	'act /facilitate/[id]/run letGo': { may: LEADS },
	'act /facilitate/[id]/setup agenda': { may: LEADS },
	'act /facilitate/[id]/setup open': { may: LEADS },
	'act /facilitate/[id]/setup invite': { may: OWNER },
	'act /facilitate/[id]/setup dismiss': { may: OWNER },
	'act /facilitate/[id]/run take': { may: LEADS },
	'act /facilitate/[id]/setup end': { may: OWNER },
	'act /room/[code] leave': { may: PEOPLE, passed: 'cookie-cleared' },
	'act /facilitate/with leave': { may: ALL },
	'POST /facilitate/sign-out': { may: ALL }
};
