/** Icons that only facilitators and authors see, as in `icons.ts`. The room's build leaves them out. */
export const DESK_ICONS = {
	pause: ['M7 4.5v11M13 4.5v11'],
	play: ['M6 4l10 6-10 6z'],
	sealed: [
		'M8 5.2A8 8 0 0 1 10 5c5 0 7.5 5 7.5 5a13 13 0 0 1-2.3 2.9M5 6.6A12.5 12.5 0 0 0 2.5 10s2.5 5 7.5 5c1.2 0 2.3-.3 3.2-.7',
		'M3.5 3l13 14'
	],
	grip: ['M7.5 5h.01M12.5 5h.01M7.5 10h.01M12.5 10h.01M7.5 15h.01M12.5 15h.01'],
	unlock: ['M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 5.7-1.3'],
	print: ['M6 7V3h8v4M6 13H3.5V7h13v6H14M6 11h8v6H6z'],
	download: ['M10 3v9M6 8.5l4 4 4-4M4 16.5h12'],
	upload: ['M10 13V4M6 7.5l4-4 4 4M4 16.5h12'],
	screen: ['M2.5 4h15v9.5h-15zM7 17h6M10 13.5V17'],
	edit: ['M4 16l.7-3.5L13 4.2l2.8 2.8-8.3 8.3z'],
	shuffle: [
		'M3 6h3l7 8h4M14.5 11.5L17 14l-2.5 2.5M3 14h3l2-2.3M11 8.3L13 6h4M14.5 3.5L17 6l-2.5 2.5'
	],
	signOut: ['M12 4H4.5v12H12M9 10h8M14 6.5l3.5 3.5-3.5 3.5']
} as const;
