import { closeSync, fstatSync, openSync, renameSync, writeSync } from 'node:fs';

/** About so large a file may grow, bytes. With the one before it a workshop of a week fits. */
const MOST = 4 * 1024 * 1024;

/**
 * Lines in a file that does not grow for ever: full, it becomes the one before (`….1`), and a new
 * one begins. What cannot be written is let go: a full disk must not stop what the log is about.
 */
export class LogFile {
	#path: string;
	#file: number | undefined;
	#size = 0;

	/** @param path made at the first line */
	constructor(path: string) {
		this.#path = path;
	}

	write(line: string): void {
		try {
			if (this.#file !== undefined && this.#size + line.length > MOST) {
				closeSync(this.#file);
				this.#file = undefined;
				renameSync(this.#path, `${this.#path}.1`);
			}
			if (this.#file === undefined) {
				this.#file = openSync(this.#path, 'a', 0o600);
				this.#size = fstatSync(this.#file).size;
			}
			this.#size += writeSync(this.#file, line);
		} catch {
			// see above
		}
	}
}
