/** A route file as the server knows it. */
interface RouteModule {
	load?: unknown;
	actions?: Record<string, unknown>;
	[method: string]: unknown;
}

const files = import.meta.glob<RouteModule>('/src/routes/**/+{page,layout,server}{.server,}.ts', {
	eager: true
});
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'fallback'];

/**
 * Everything the routes answer to, from the file tree: `load PATH`, `layout PATH`, `act PATH NAME`,
 * `GET PATH` and other methods.
 */
export const ROUTES: string[] = Object.entries(files).flatMap(([file, module]) => {
	const [, folder = '', kind = ''] = /^\/src\/routes(.*)\/\+(page|layout|server)/.exec(file) ?? [];
	const path = folder || '/';
	if (kind === 'layout') return module.load ? [`layout ${path}`] : [];
	if (kind === 'server')
		return METHODS.filter((method) => module[method]).map((method) => `${method} ${path}`);
	const actions = Object.keys(module.actions ?? {}).map((name) => `act ${path} ${name}`);
	return [...(module.load ? [`load ${path}`] : []), ...actions];
});

const layouts = Object.keys(
	import.meta.glob('/src/routes/**/+layout{.svelte,.server.ts,.ts}', { query: '?url' })
).map((file) => file.slice('/src/routes'.length, file.lastIndexOf('/')));

/** How many layouts stand around what lies in a folder, the outermost and its own included. */
export function layoutsAround(path: string): number {
	const folders = new Set(['', ...layouts]);
	return [...folders].filter((one) => path === one || path.startsWith(`${one}/`)).length;
}
