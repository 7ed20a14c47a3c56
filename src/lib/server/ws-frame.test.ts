import { describe, expect, test } from 'vitest';
import { wsFrame } from './ws-frame';

describe('wsFrame', () => {
	test.each([
		[0, [0x82, 0]],
		[125, [0x82, 125]],
		[126, [0x82, 126, 0, 126]],
		[65_535, [0x82, 126, 255, 255]],
		[65_536, [0x82, 127, 0, 0, 0, 0, 0, 1, 0, 0]]
	])('%i bytes stand behind a header that says so', (length, header) => {
		const bytes = new Uint8Array(length).fill(7);
		const frame = wsFrame(bytes);
		expect([...frame.subarray(0, header.length)]).toEqual(header);
		expect(frame.subarray(header.length).equals(bytes)).toBe(true);
	});
});
