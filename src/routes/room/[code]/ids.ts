/** Ids of the element that the room stands in, and of what it begins with. */
export const ROOT = 'room';
export const DATA = 'room-data';
