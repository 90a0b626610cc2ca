import { defineConfig } from 'prisma/config'

/** The owner's connection is for migrations alone; `lib/data/db.ts` connects as the app's role. */
export default defineConfig({
  schema: 'prisma',
  migrations: { path: 'prisma/migrations', seed: 'tsx prisma/seed.ts' },
  datasource: {
    url:
      process.env.MIGRATION_DATABASE_URL ??
      process.env.DATABASE_URL ??
      'postgresql://postgres@127.0.0.1:5432/postgres',
  },
})
