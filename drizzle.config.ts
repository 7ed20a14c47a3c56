import { defineConfig } from 'drizzle-kit';

export default defineConfig({
	dialect: 'sqlite',
	schema: './src/lib/server/db/schema',
	out: './drizzle',
	casing: 'snake_case'
});
