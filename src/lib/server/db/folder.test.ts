import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { carriedElsewhere } from './folder';

test('A5: a folder that a program carries elsewhere is known by its name', () => {
	for (const [folder, name] of [
		['C:\\Users\\Rosa\\OneDrive - Ministry of Justice\\Baraza', 'OneDrive - Ministry of Justice'],
		['C:\\Users\\Rosa\\OneDrive\\Documents\\baraza\\data', 'OneDrive'],
		['/Users/rosa/Dropbox/baraza', 'Dropbox'],
		['/Users/rosa/Library/CloudStorage/GoogleDrive-rosa/My Drive', 'CloudStorage'],
		['G:\\My Drive\\baraza', 'My Drive'],
		['/Users/rosa/Library/Mobile Documents/baraza', 'Mobile Documents'],
		['/home/rosa/Nextcloud/baraza', 'Nextcloud']
	])
		expect(carriedElsewhere(folder ?? '')).toBe(name);
});
test('A5: so is one of another computer', () => {
	expect(carriedElsewhere('\\\\server\\share\\baraza')).toBe('network');
	expect(carriedElsewhere('//server/share/baraza')).toBe('network');
});
test('A5: a folder of this computer is none', () => {
	expect(carriedElsewhere(tmpdir())).toBeUndefined();
	for (const folder of ['C:\\baraza\\data', '\\\\?\\C:\\baraza', '/home/boxer/my drives/data'])
		expect(carriedElsewhere(folder)).toBeUndefined();
});
