/**
 * Loaded into a server by `--import`: on SIGUSR2 it says how late its timers were and how much it
 * keeps in memory.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const delay = monitorEventLoopDelay({ resolution: 10 });
// what starting costs is no delay for anybody
setTimeout(() => delay.enable(), 500).unref();
process.on('SIGUSR2', () => {
	const late = delay.percentile(99) / 1e6;
	collect();
	const { heapUsed, rss } = process.memoryUsage();
	console.log(`gauge ${JSON.stringify({ late, heapUsed, rss })}`);
});
