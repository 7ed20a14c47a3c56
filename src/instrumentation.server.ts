export { attach, detach } from '$lib/server/live';
