import { spawn } from 'node:child_process';
import { expect, test } from '@playwright/test';

test('the home page opens', async ({ page }) => {
	const port = '34567';
	const child = spawn(process.execPath, ['server.js'], {
		env: { ...process.env, PORT: port, LD_LIBRARY_PATH: '' }
	});
	await new Promise((done) => child.stdout.once('data', done));
	await page.goto(`http://localhost:${port}/`);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('worked together');
	child.kill();
});
