import { addresses, qrBlocks, watchAddresses } from './addresses';
import { firstLink } from './auth';
import { announce } from './facts';

/**
 * What the console says when the server is up: the addresses to give out, a QR code of the first,
 * and on the first run the link that makes the first facilitator's account.
 */
export async function greeting(): Promise<string> {
	const [first = '', ...others] = addresses();
	const token = await firstLink();
	const lines = ['', `Baraza is ready. Give out this address: ${first}`, ''];
	lines.push(qrBlocks(first), '');
	if (others.length) lines.push(...others.map((other) => `Also: ${other}`), '');
	if (token) {
		const own = addresses().at(-1) ?? first;
		lines.push(
			'Nobody leads here yet. Open this link once to make the first facilitator’s account',
			'(it works until tomorrow, or until the next start):',
			`  ${own}/facilitate/first/${token}`,
			''
		);
	}
	lines.push('Keep this window open. Ctrl+C stops the server; nothing that was saved is lost.', '');
	return lines.join('\n');
}

/**
 * Says a new address of this computer on the console and to whoever shows it to others.
 * @returns what ends it
 */
export function tellNewAddress(): () => void {
	return watchAddresses((first) => {
		console.log(addressNews(first));
		announce({ kind: 'addresses' });
	});
}

function addressNews(first: string): string {
	return [
		'',
		`The address of this computer changed. Give out this one now: ${first}`,
		'Pages that are open at the old address keep what was typed; nothing is lost on this computer.',
		'',
		qrBlocks(first),
		''
	].join('\n');
}
