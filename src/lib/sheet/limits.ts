/** Largest live update, bytes. */
export const MAX_UPDATE = 64 * 1024;
/** Largest catch-up, bytes. */
export const MAX_CATCH_UP = 2 * 1024 * 1024;
/** Largest sheet as one update, bytes. */
export const MAX_SHEET = 2 * 1024 * 1024;
/** From this size on people are told that it will be full. */
export const WARN_SHEET = 1.5 * 1024 * 1024;
/** Most new clocks (characters or values) one update may bring for one client. */
export const MAX_CLOCKS = 2 ** 20;
/** Longest string a value may be; longer text is a Y.Text. */
export const MAX_VALUE = 400;
/** Most strings in a list. */
export const MAX_LIST = 40;
/** Longest rank; `order.ts` renews ranks long before. */
export const MAX_RANK = 200;
/**
 * Yjs client ids below this one are the server's own: it writes under a new one each time it puts
 * an earlier view back, and nobody may write on under them.
 */
export const OWN_CLIENTS = 2 ** 16;
