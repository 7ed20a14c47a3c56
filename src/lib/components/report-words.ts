import type { Language } from '$lib/format';
import { m } from '$lib/paraglide/messages';
import type { Words } from '$lib/report/words';

/** Languages that are written from right to left. */
const RIGHT_TO_LEFT: readonly string[] = ['ar'];

/** A gap of a sentence, left for whoever fills it. */
const gap = (name: string) => `{${name}}`;

/**
 * What the documents of a report call things.
 * @param zone minutes the room's clock is ahead of UTC
 */
export function reportWords(language: Language, zone: number): Words {
	const as = { locale: language };
	return {
		language,
		rtl: RIGHT_TO_LEFT.includes(language),
		zone,
		parts: {
			roadmap: m.report_part_roadmap({}, as),
			joint: m.report_part_joint({}, as),
			agreement: m.report_part_agreement({}, as),
			participation: m.report_part_participation({}, as),
			teams: m.report_part_teams({}, as),
			people: m.report_part_people({}, as),
			names: m.report_part_names({}, as)
		},
		heads: {
			about: m.report_head_about({}, as),
			annex: m.report_head_annex({}, as),
			answers: m.report_head_answers({}, as),
			contacts: m.report_head_contacts({}, as),
			contents: m.report_head_contents({}, as),
			otherSources: m.report_head_other_sources({}, as),
			owned: m.results_owned_title({}, as),
			recommendations: m.report_head_recommendations({}, as),
			signed: m.report_head_signed({}, as),
			sources: m.report_head_sources({}, as),
			tools: m.report_head_tools({}, as),
			votesByName: m.report_head_votes_by_name({}, as)
		},
		labels: labels(language),
		debrief: {
			title: m.results_debrief({}, as),
			keep: m.results_keeps({}, as),
			revise: m.results_revises({}, as),
			after: m.results_would_choose({}, as)
		},
		sentences: sentences(language),
		horizon: {
			immediate: m.common_horizon_immediate({}, as),
			short: m.common_horizon_short({}, as),
			medium: m.common_horizon_medium({}, as),
			long: m.common_horizon_long({}, as)
		},
		span: {
			immediate: m.common_span_immediate({}, as),
			short: m.common_span_short({}, as),
			medium: m.common_span_medium({}, as),
			long: m.common_span_long({}, as)
		},
		urgency: {
			hours: m.report_urgency_hours({}, as),
			days: m.report_urgency_days({}, as),
			routine: m.report_urgency_routine({}, as)
		},
		use: {
			lead: m.common_use_lead({}, as),
			both: m.common_use_both({}, as),
			evidence: m.common_use_evidence({}, as)
		},
		status: {
			agreed: m.report_status_agreed({}, as),
			begun: m.report_status_begun({}, as),
			done: m.report_status_done({}, as),
			stopped: m.report_status_stopped({}, as)
		},
		state: {
			adopted: m.report_state_adopted({}, as),
			open: m.report_state_open({}, as),
			objected: m.report_state_objected({}, as),
			'left-out': m.report_state_left_out({}, as)
		},
		stance: {
			support: m.report_label_support({}, as),
			accept: m.report_label_accept({}, as),
			object: m.report_label_object({}, as),
			dots: m.report_label_dots({}, as)
		},
		gender: { f: m.results_women({}, as), m: m.results_men({}, as) }
	};
}

function labels(locale: Language): Words['labels'] {
	const as = { locale };
	return {
		answer: m.report_label_answer({}, as),
		answers: m.report_label_answers({}, as),
		asks: m.report_label_asks({}, as),
		both: m.report_label_both({}, as),
		country: m.report_label_country({}, as),
		countries: m.report_label_countries({}, as),
		deadline: m.report_label_deadline({}, as),
		delegation: m.report_label_delegation({}, as),
		dots: m.report_label_dots({}, as),
		executes: m.report_label_executes({}, as),
		gender: m.report_label_gender({}, as),
		horizon: m.report_label_horizon({}, as),
		indicator: m.report_label_indicator({}, as),
		institution: m.report_label_institution({}, as),
		joined: m.report_label_joined({}, as),
		least: m.report_label_least({}, as),
		name: m.report_label_name({}, as),
		need: m.report_label_need({}, as),
		note: m.report_label_note({}, as),
		notes: m.report_label_notes({}, as),
		number: m.report_label_number({}, as),
		objections: m.report_label_objections({}, as),
		owner: m.report_label_owner({}, as),
		owners: m.report_label_owners({}, as),
		people: m.report_label_people({}, as),
		question: m.report_label_question({}, as),
		rank: m.report_label_rank({}, as),
		reason: m.report_label_reason({}, as),
		recommendation: m.report_label_recommendation({}, as),
		resources: m.report_label_resources({}, as),
		role: m.report_label_role({}, as),
		safeguards: m.report_label_safeguards({}, as),
		stance: m.report_label_stance({}, as),
		state: m.report_label_state({}, as),
		status: m.report_label_status({}, as),
		support: m.report_label_support({}, as),
		supported: m.report_label_supported({}, as),
		team: m.report_label_team({}, as),
		tool: m.report_label_tool({}, as),
		urgency: m.report_label_urgency({}, as),
		use: m.report_label_use({}, as)
	};
}

function sentences(locale: Language): Words['sentences'] {
	const as = { locale };
	return {
		adopted: m.report_adopted({ people: gap('people'), delegations: gap('delegations') }, as),
		agreementNote: m.report_agreement_note({}, as),
		alone: m.report_alone({}, as),
		case: m.report_case({ title: gap('title'), edition: gap('edition') }, as),
		dotsGiven: m.report_dots_given({ dots: gap('dots') }, as),
		extract: m.report_extract({ country: gap('country') }, as),
		ended: m.report_ended({}, as),
		forAll: m.report_for_all({ share: gap('share') }, as),
		forLeast: m.report_for_least({ name: gap('name'), share: gap('share') }, as),
		joined: m.results_joined(
			{ name: gap('name'), people: gap('people'), joined: gap('joined') },
			as
		),
		joinedNote: m.results_participation_note({}, as),
		left: m.report_left({ parts: gap('parts') }, as),
		merged: m.report_merged({ count: gap('count') }, as),
		noOwner: m.results_no_owner({}, as),
		noReason: m.report_no_reason({}, as),
		notFinal: m.report_not_final({}, as),
		notSaid: m.report_not_said({}, as),
		nothing: m.report_nothing({}, as),
		nothingAdopted: m.report_nothing_adopted({}, as),
		otherOwners: m.results_owners_other({ count: gap('count') }, as),
		owned: m.results_owned({ name: gap('name'), count: gap('count'), adopted: gap('adopted') }, as),
		ownedNote: m.results_owned_note({}, as),
		page: m.report_page({ page: gap('page'), pages: gap('pages') }, as),
		part: m.results_part({ part: gap('part'), all: gap('all') }, as),
		signFor: m.report_sign_for({ name: gap('name') }, as),
		signLine: m.report_sign_line({}, as),
		supportColumns: m.report_support_columns({}, as),
		supportNote: m.report_support_note({}, as),
		takenAt: m.report_taken_at({ time: gap('time') }, as),
		team: m.report_team({ name: gap('name') }, as),
		voteByName: m.report_vote_by_name({}, as),
		voteDots: m.report_vote_dots({ dots: gap('dots') }, as),
		voteOpen: m.report_vote_open({}, as),
		voted: m.report_voted(
			{ voters: gap('voters'), entitled: gap('entitled'), proxies: gap('proxies') },
			as
		)
	};
}
