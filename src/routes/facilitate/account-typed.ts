import type { NewAccount } from '$lib/server/auth';

/** What a form for an account says. */
export async function accountOf(request: Request): Promise<NewAccount> {
	const form = await request.formData();
	const text = (name: string) => String(form.get(name) ?? '').slice(0, 200);
	return { name: text('name').trim(), email: text('email').trim(), password: text('password') };
}
