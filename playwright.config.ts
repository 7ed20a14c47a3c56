import { defineConfig } from '@playwright/test';
import { chromium } from './tests/e2e/chromium.js';

const executablePath = await chromium();

export default defineConfig({
	testDir: 'tests/e2e',
	outputDir: 'test-results/browser',
	// each file has a server of its own, and half of a test is waiting; figures want a machine of their own
	workers: process.env['BARAZA_PROVE'] ? 1 : 2,
	retries: 2, // on a busy machine a browser may be late
	timeout: 90_000,
	expect: { timeout: 10_000 },
	use: {
		launchOptions: {
			executablePath,
			args: [
				'--no-sandbox',
				'--disable-quic',
				'--no-first-run',
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync',
				// a name that is not loopback: browsers treat localhost as secure and hide what breaks on a LAN
				'--host-resolver-rules=MAP baraza.lan 127.0.0.1'
			]
		}
	}
});
