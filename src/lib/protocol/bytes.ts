/** Reads a frame from outside: whatever it claims, nothing beyond its end is looked at. */
export class Reader {
	#bytes: Uint8Array;
	#at = 0;

	constructor(bytes: Uint8Array) {
		this.#bytes = bytes;
	}

	get isAtEnd(): boolean {
		return this.#at === this.#bytes.length;
	}

	byte(): number {
		const byte = this.#bytes[this.#at++];
		if (byte === undefined) throw new Error('a frame ends too early');
		return byte;
	}

	/** Up to 2^53: seven bits a byte, the lowest first. */
	number(): number {
		let value = 0;
		for (let unit = 1; unit < 2 ** 53; unit *= 128) {
			const byte = this.byte();
			value += (byte & 127) * unit;
			if (byte < 128 && Number.isSafeInteger(value)) return value;
		}
		throw new Error('a number in a frame is too large');
	}

	/** So many bytes; a view, not a copy. */
	take(length: number): Uint8Array {
		const from = this.#at;
		this.#at += length;
		if (this.#at > this.#bytes.length) throw new Error('a frame ends too early');
		return this.#bytes.subarray(from, this.#at);
	}

	/** What is left. */
	rest(): Uint8Array {
		return this.take(this.#bytes.length - this.#at);
	}

	/** A text with its length before it. */
	text(): string {
		return utf8.decode(this.take(this.number()));
	}
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
const toUtf8 = new TextEncoder();

/** The bytes of a number as `Reader.number` reads it. */
export function numberBytes(value: number): number[] {
	const bytes = [];
	for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) | 128);
	bytes.push(value);
	return bytes;
}

/** A text with its length before it. */
export function textBytes(text: string): Uint8Array {
	const bytes = toUtf8.encode(text);
	return joined([numberBytes(bytes.length), bytes]);
}

/** One after the other. */
export function joined(parts: ArrayLike<number>[]): Uint8Array {
	const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}
