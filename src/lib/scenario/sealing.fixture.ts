/** A slip of the hand: what is changed into what, and where the problem must be reported. */
export type Slip = [name: string, from: string, to: string, at: string, hint?: RegExp];

const option = '- [x] The central authority {#central}';

export const slips: Slip[] = [
	['a glued heading', '### Expert', '###Expert', '###Expert'],
	['a heading of an unknown word', '### Expert', '### Exprt', '### Exprt', /"Expert"/],
	['a heading in small letters', '### Expert', '### expert', '### expert', /"Expert"/],
	['a heading with words too many', '### Expert', '### Expert view', '### Expert view', /"Expert"/],
	['a heading in bold', '### Expert', '### **Expert**', '### **Expert**', /"Expert"/],
	['a hidden heading at the wrong level', '### Expert', '## Expert', '## Expert', /level 3/],
	['a hidden heading at the author’s level', '### Expert', '#### Expert', '#### Expert'],
	['a heading indented like code', '### Expert', '    ### Expert', '    ### Expert'],
	['a heading behind a tab', '### Expert', '\t### Expert', '\t### Expert'],
	['a heading in a quote', '### Expert', '> ### Expert', '> ### Expert'],
	['a heading in a list', '### Expert', '- ### Expert', '- ### Expert'],
	['a heading with escaped signs', '### Expert', '\\### Expert', '\\### Expert'],
	['a heading with full-width signs', '### Expert', '＃＃＃ Expert', '＃＃＃ Expert'],
	['a heading with seven signs', '### Expert', '####### Expert', '####### Expert'],
	['a heading behind a hidden character', '### Expert', '\u200b### Expert', '\u200b### Expert'],
	[
		'a heading behind a lost line end',
		'needs it.\n\n### Expert',
		'needs it. ### Expert',
		'needs it. ### Expert'
	],
	['a bold word as heading', '### Expert', '**Expert**', '**Expert**'],
	['a word alone on its line', '### Answer', 'Answer', 'Answer'],
	['a word with a colon', '### Answer', '_Answer:_', '_Answer:_'],
	['a misspelt word alone on its line', '### Facilitator\nSay', 'Faciltator\nSay', 'Faciltator'],
	['an answer told in a line', '### Answer\nBecause', 'Answer: because', 'Answer: because'],
	['an underlined heading', '### Answer', 'Answer\n------', 'Answer'],
	['an unknown section', '# Debrief', '# Debreif', '# Debreif', /"Debrief"/],
	['a glued section', '# Debrief', '#Debrief', '#Debrief'],
	['a section with a title', '# Debrief', '# Debrief: the end', '# Debrief: the end'],
	['a comment that is never closed', '### Expert', '<!-- old\n### Expert', '<!-- old'],
	['an HTML heading', '### Expert', '<h3>Expert</h3>', '<h3>Expert</h3>'],
	['HTML that folds', '### Answer', '<details>\n\n### Answer', '<details>'],
	['a code block that is never closed', 'needs it.', 'needs it.\n\n```', '### Expert'],
	[
		'a list that swallows the heading',
		'needs it.\n\n###',
		'needs it.\n\n- one\n  ###',
		'  ### Expert'
	],
	[
		'a reference whose title swallows a heading',
		'Why',
		'[r]: x "\n### Expert birch\n"\n\nWhy',
		'### Expert birch'
	],
	['a setting with a dash', '- to: part defence', '– to: part defence', '– to: part defence'],
	['a setting without a bullet', '- to: part defence', 'to: part defence', 'to: part defence'],
	[
		'a setting with a capital',
		'- to: part defence',
		'- To: part defence',
		'- To: part defence',
		/"to"/
	],
	['a setting without a space', '- to: part defence', '-to: part defence', '-to: part defence'],
	['a numbered setting', '- to: part defence', '1. to: part defence', '1. to: part defence'],
	['a setting in bold', '- to: part defence', '- **to**: part defence', '- **to**: part defence'],
	[
		'a setting after a sentence',
		'- to: part defence\n',
		'Read this.\n- to: part defence\n',
		'- to: part defence'
	],
	[
		'text glued to a setting',
		'- to: part defence\n\n',
		'- to: part defence\n',
		'- to: part defence'
	],
	[
		'an unknown part',
		'- to: part defence',
		'- to: part defense',
		'- to: part defense',
		/"defence"/
	],
	[
		'an unknown side',
		'- to: side requesting',
		'- to: side requestin',
		'- to: side requestin',
		/"requesting"/
	],
	[
		'an unknown word for whom',
		'- to: part defence',
		'- to: defence',
		'- to: defence',
		/part defence/
	],
	['an unknown setting', '- to: part defence', '- fro: part defence', '- fro: part defence'],
	['a setting twice', '- to: part defence', '- to: part defence\n- to: all', '- to: all'],
	[
		'an inject to wait for that is none',
		'- after: second-phone',
		'- after: second-fone',
		'- after: second-fone',
		/"second-phone"/
	],
	['an inject’s minute that is none', '- at: 25 minutes', '- at: half past', '- at: half past'],
	['an option without a space', option, '- [x]The central authority', '- [x]The central authority'],
	['an option with a tick', option, '- [✓] The central authority', '- [✓] The central authority'],
	['an option of two lines', option, `${option}\n  since jasper`, option],
	[
		'an unknown tool',
		'- so-telecom-data',
		'- so-telecom-date',
		'- so-telecom-date',
		/"so-telecom-data"/
	],
	[
		'a heading that is not yet supported',
		'## Handout: The account of hazel',
		'## Law: The account of hazel',
		'## Law: The account'
	],
	[
		'a way of answering not yet supported',
		'- answer: one, with reason',
		'- answer: table',
		'- answer: table',
		/text, one or several/
	],
	['an answer by each person', '- short: Signing', '- by: each person', '- by: each person'],
	['text before the first heading', '# Situation\n', '', 'What everyone'],
	['a second situation', '# Debrief', '# Situation', '# Situation'],
	[
		'two headings in one line',
		'Call records {#call-records}',
		'Call records ### Expert birch',
		'Call records ### Expert'
	],
	[
		'a heading glued to a setting',
		'- use: evidence',
		'- held by: x ### Expert birch',
		'- held by: x ###'
	],
	['a heading in the agenda', '| 15 | Debrief', '| 15 | ### Expert birch', '| 15 | ###'],
	['an empty heading', '### Expert', '###', '###\n- so'],
	['a vertical tab for a line end', '### Expert\n', '### Expert\v', '- so-telecom-data']
];
