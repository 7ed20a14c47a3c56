/** Loaded into a server by `--import`: on SIGUSR2 it says how late its timers were, in ms. */
import { monitorEventLoopDelay } from 'node:perf_hooks';

const delay = monitorEventLoopDelay({ resolution: 10 });
// what starting costs is no delay for anybody
setTimeout(() => delay.enable(), 500).unref();
process.on('SIGUSR2', () =>
	console.log(`loop delay p99 ${(delay.percentile(99) / 1e6).toFixed(1)} ms`)
);
