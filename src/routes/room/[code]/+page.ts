import { dev } from '$app/environment';

/** The room has a script of its own (vite/room-alone.ts), except on a development server. */
export const csr = dev;
