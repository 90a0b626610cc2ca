import { db } from './db'

export type DatabaseFacts = {
  version: number
  /** Settings whose being off could lose an acknowledged rating in a crash. */
  off: string[]
  role: string
  /** Whether this role could change ratings: as superuser, as owner of the table or by a grant. */
  mayChangeRatings: boolean
  migrations: string[]
  missingTables: string[]
}

/** What `doctor` wants to know about the database, as seen by the app's role. */
export async function databaseFacts(): Promise<DatabaseFacts> {
  const [[server], migrations] = await Promise.all([serverFacts(), appliedMigrations()])
  if (!server) throw new Error('The database told nothing about itself.')
  return { ...server, migrations }
}

function serverFacts() {
  return db.$queryRaw<Omit<DatabaseFacts, 'migrations'>[]>`
    SELECT current_setting('server_version_num')::int / 10000 AS version,
      current_user::text AS role,
      ARRAY(SELECT name::text FROM pg_settings WHERE setting = 'off'
        AND name IN ('fsync', 'synchronous_commit', 'full_page_writes')) AS off,
      has_table_privilege('rating', 'UPDATE') OR has_table_privilege('rating', 'DELETE')
        OR has_table_privilege('audit_entry', 'TRUNCATE') AS "mayChangeRatings",
      ARRAY(SELECT needed FROM unnest(ARRAY['rate_limit', 'pgboss.job', 'pgboss.queue']) AS needed
        WHERE to_regclass(needed) IS NULL) AS "missingTables"`
}

async function appliedMigrations(): Promise<string[]> {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`
  return rows.map(({ name }) => name)
}
