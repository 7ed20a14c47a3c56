import type { Choice } from '../sheet/value';
import type { CockpitView } from '../view/cockpit';
import type { RoomView } from '../view/room';
import type { ScreenView } from '../view/screen';
import { board } from '../plenary/board';
import { cockpitView } from '../view/view-cockpit';
import { roomView } from '../view/view-room';
import { NOTHING, pairingView, screenView, type Plenary } from '../view/view-screen';
import { screenRoadmap, screenVote } from '../view/screen-plenary';
import { addressChange, addresses, qr } from './addresses';
import { actedBesides } from './co-facilitators';
import { codes } from './gate';
import { longCode } from './long-code';
import { machine } from './machine';
import { lateBundles } from './late-decision';
import { outcomeOf } from './outcome';
import { plenaryOf } from './plenary';
import { pageOf } from './presenting';
import { here } from './present';
import { sheetValue, teamProgress } from './sheet-value';
import { stateOf } from './state';
import { presentationView, presentedSheets, type PresentationView } from '../view/presentation';
import { exerciseStage } from '../view/seen';
import { teamOf } from '../workshop/stage';
import type { WorkshopState } from '../workshop/state';
import { turnOn } from '../workshop/turns';
import type { TeamProgress } from '../view/parts';

/** Who looks: the one thing that decides what leaves the server. */
export type Viewer =
	| { as: 'person'; workshop: string; person: string }
	| { as: 'facilitator'; workshop: string; facilitator: string }
	| { as: 'screen'; workshop: string | null; code: string };

export interface Snapshot<View> {
	version: number;
	/** ms since 1970, the server's clock */
	now: number;
	view: View;
}

/** What a participant sees now; undefined where the workshop or the person is gone. */
export async function roomSnapshot(
	workshop: string,
	person: string
): Promise<Snapshot<RoomView> | undefined> {
	const state = await stateOf(workshop);
	if (!state?.people.some((one) => one.id === person)) return undefined;
	const before = await choicesBefore(state, person);
	return { version: state.version, now: Date.now(), view: roomView(state, person, before) };
}

/** What a person's team chose in the exercises that were held before the one at hand. */
async function choicesBefore(state: WorkshopState, person: string): Promise<Choice[]> {
	const team = teamOf(state, person);
	const exercise = exerciseStage(state)?.exercise;
	const sheets = state.sheets.filter(
		(sheet) => sheet.team === team?.id && sheet.exercise !== exercise
	);
	const values = await Promise.all(sheets.map((sheet) => sheetValue(sheet.id)));
	return values.flatMap((value) => value?.choices ?? []);
}

/**
 * What the facilitator's Run page shows now.
 * @param facilitator who looks at it
 */
export async function cockpitSnapshot(
	workshop: string,
	facilitator: string
): Promise<Snapshot<CockpitView> | undefined> {
	const state = await stateOf(workshop);
	if (!state) return undefined;
	const live = {
		here: here(workshop),
		progress: await progressOf(state),
		machine: machine(state.code)
	};
	return {
		version: state.version,
		now: Date.now(),
		view: cockpitView(
			state,
			live,
			{
				address: addressOf(state.code),
				late: await lateBundles(workshop),
				facilitator,
				acted: actedBesides(state, facilitator)
			},
			Date.now()
		)
	};
}

/** Lines of a column of the board that can be read from the last row. */
const LINES = 4;

/** What a projector shows now. */
export async function screenSnapshot(screen: {
	workshop: string | null;
	code: string;
}): Promise<Snapshot<ScreenView>> {
	const state = screen.workshop ? await stateOf(screen.workshop) : undefined;
	const now = Date.now();
	if (!state) return { version: 0, now, view: pairingView(screen.code) };
	const progress = await progressOf(state);
	const view = screenView(state, joinOf(state.code), progress, await shownOf(state));
	return { version: state.version, now, view };
}

/** What of the plenary projectors show now. */
async function shownOf(state: WorkshopState): Promise<Plenary> {
	switch (state.projector) {
		case 'presentation':
			return { ...NOTHING, presentation: await presentationOf(state) };
		case 'board':
			return { ...NOTHING, board: board(await plenaryOf(state), LINES) };
		case 'vote':
			return { ...NOTHING, vote: screenVote(state, await plenaryOf(state), outcomeOf(state.id)) };
		case 'roadmap':
			return { ...NOTHING, roadmap: screenRoadmap(await plenaryOf(state), outcomeOf(state.id)) };
		default:
			return NOTHING;
	}
}

async function presentationOf(state: WorkshopState): Promise<PresentationView | null> {
	const values = await Promise.all(presentedSheets(state).map(({ id }) => sheetValue(id)));
	const read = values.filter((one) => one !== undefined);
	return presentationView(state, read, pageOf(state.id, turnOn(state)?.team ?? ''));
}

/** QR codes by address: pages that are told every second need them. */
const drawn = new Map<string, string>();

/**
 * Where people go to join a workshop, without `http://`, what they type there, and the QR code of
 * its joining page. While somebody guesses codes it is the long one.
 */
export function joinOf(code: string): NonNullable<ScreenView['join']> {
	const [address = ''] = addresses();
	const long = longCode(code);
	const to = `${address}/join/${long}`;
	const svg = drawn.get(to) ?? qr(to);
	drawn.set(to, svg);
	const typed = codes.madeWait(Date.now()) ? long : code;
	return { address: address.replace('http://', ''), code: typed, qr: svg };
}

/** The same for the facilitator, who is told when it changed. */
function addressOf(code: string): CockpitView['address'] {
	const { address, qr: svg } = joinOf(code);
	const changed = addressChange();
	const before = changed?.before.replace('http://', '') ?? '';
	return { now: address, qr: svg, changed: changed ? { before, at: changed.at } : null };
}

/** How far the teams are with the exercise before them. */
async function progressOf(state: WorkshopState): Promise<TeamProgress[]> {
	const exercise = exerciseStage(state)?.exercise;
	const sheets = state.sheets.filter((sheet) => sheet.exercise === exercise);
	const all = await Promise.all(sheets.map((sheet) => teamProgress(sheet.id)));
	return all.filter((one) => one !== undefined);
}

/** A snapshot for whoever looks. */
export async function snapshotFor(
	viewer: Viewer
): Promise<Snapshot<RoomView | CockpitView | ScreenView> | undefined> {
	switch (viewer.as) {
		case 'person':
			return roomSnapshot(viewer.workshop, viewer.person);
		case 'facilitator':
			return cockpitSnapshot(viewer.workshop, viewer.facilitator);
		case 'screen':
			return screenSnapshot(viewer);
	}
}
