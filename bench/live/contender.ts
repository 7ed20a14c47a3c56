import type * as Y from 'yjs';

/** One person's end of a connection. */
export interface Client {
	doc: Y.Doc;
	/** The team's document. */
	readonly room: string;
	/** Connected, has what the server has, and nothing is under way. */
	readonly inSync: boolean;
	/** Updates made here that the server has not acknowledged; undefined where it acknowledges none. */
	readonly unacknowledged: number | undefined;
	/** Nobody keeps what it missed while it was away. */
	readonly isRelayed?: boolean;
	close(): void;
}

/** A running server with everybody's place in it. */
export interface Running {
	/** Of the process, as it is now. */
	readonly pid: number;
	readonly port: number;
	/** Connects a person. @param at their number, from 0 */
	connect(at: number): Promise<Client>;
	/** kill -9, until it is gone. */
	kill(): Promise<void>;
	/** Starts it again on the same port and data; done when it answers. */
	restart(): Promise<void>;
	/** What is on the disk of each room; undefined where nothing is stored. */
	stored(): Iterable<Y.Doc> | undefined;
	[Symbol.asyncDispose](): Promise<void>;
}

export interface Contender {
	name: 'baraza' | 'socket.io-relay' | 'hocuspocus' | 'y-websocket' | 'y-socket.io';
	/** Starts it with room for so many people in teams of six. */
	start(people: number): Promise<Running>;
}

/** People in a team. */
export const TEAM = 6;

/** A document's name, as long as one of Baraza's ids. */
export const roomOf = (at: number) => `room-${String(Math.floor(at / TEAM)).padStart(11, '0')}`;
