export { attach, detach } from '$lib/server/live';
export { greeting } from '$lib/server/greeting';
