import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { DatabaseFacts } from '@/lib/data/diagnosis'
import type { Check } from './check'

const oldestPostgres = 15

/** What the database's facts mean; without facts the one finding is why there are none. */
export async function databaseChecks(): Promise<Check[]> {
  const { databaseFacts } = await import('@/lib/data/diagnosis')
  const { db } = await import('@/lib/data/db')
  try {
    const facts = await databaseFacts()
    const { version, role } = facts
    return [
      { id: 'database', ok: true, message: 'the database answers' },
      {
        id: 'postgresql',
        ok: version >= oldestPostgres,
        message: `PostgreSQL ${version}; needs ${oldestPostgres} or newer`,
      },
      durability(facts),
      {
        id: 'roles',
        ok: !facts.mayChangeRatings,
        message: facts.mayChangeRatings
          ? `the role ${role} could change ratings: grants do not protect. Give the app a role of its own (DATABASE_URL) and the owner's to MIGRATION_DATABASE_URL`
          : `the role ${role} may add ratings and audit entries, not change them`,
      },
      await migrations(facts),
      tables(facts),
    ]
  } catch (error) {
    return [{ id: 'database', ok: false, message: error instanceof Error ? error.message : String(error) }]
  } finally {
    await db.$disconnect()
  }
}

function durability({ off }: DatabaseFacts): Check {
  const message =
    off.length > 0
      ? `off: ${off.join(', ')}; a crash could lose ratings`
      : 'acknowledged ratings survive a crash'
  return { id: 'durability', ok: off.length === 0, message }
}

async function migrations(facts: DatabaseFacts): Promise<Check> {
  const folder = path.resolve(import.meta.dirname, '../../prisma/migrations')
  const entries = await readdir(folder, { withFileTypes: true })
  const waiting = entries.flatMap((entry) =>
    entry.isDirectory() && !facts.migrations.includes(entry.name) ? [entry.name] : [],
  )
  const message =
    waiting.length > 0
      ? `not applied: ${waiting.join(', ')}; npm start does it`
      : 'all migrations are applied'
  return { id: 'migrations', ok: waiting.length === 0, message }
}

function tables({ missingTables }: DatabaseFacts): Check {
  const message =
    missingTables.length > 0
      ? `missing: ${missingTables.join(', ')}; npm start makes them`
      : 'queue and limiter are there'
  return { id: 'queue', ok: missingTables.length === 0, message }
}
