import { PrismaPg } from '@prisma/adapter-pg'
import { env } from '@/lib/env'
import { PrismaClient } from './generated/client'

const named = new Map<string, string>()

/** Named statements are planned once per connection; beyond the cap a statement stays unnamed, so that memory is bounded. */
function statementName({ sql }: { sql: string }): string {
  const known = named.get(sql)
  if (known !== undefined) return known
  if (named.size >= 500) return ''
  const name = `s${named.size}`
  named.set(sql, name)
  return name
}

function connect(options?: string) {
  const adapter = new PrismaPg(
    {
      connectionString: env.DATABASE_URL,
      max: env.MANGPING_POOL,
      connectionTimeoutMillis: 10_000,
      ...(options ? { options } : {}),
    },
    { statementNameGenerator: statementName },
  )
  return new PrismaClient({ adapter })
}

// A development server reloads modules; the pools must not multiply.
const kept = globalThis as { mangpingDb?: ReturnType<typeof connect>; mangpingDeskDb?: ReturnType<typeof connect> }

/** The connection pool, as the app's role. Only files of lib/data import it. */
export const db = kept.mangpingDb ?? connect()

/**
 * The raters' own pool: a heavy page of an admin does not hold up a submit, and its statements always go by index. A
 * plan that is cached while a study's tables are still empty would otherwise scan them whole as they grow.
 */
export const deskDb = kept.mangpingDeskDb ?? connect('-c enable_seqscan=off -c jit=off')

if (env.NODE_ENV !== 'production') Object.assign(kept, { mangpingDb: db, mangpingDeskDb: deskDb })

export type Db = typeof db
export type Transaction = Parameters<Parameters<Db['$transaction']>[0]>[0]

/** At the end of a process that should not wait for idle connections. */
export async function closeDatabase(): Promise<void> {
  await Promise.all([db.$disconnect(), deskDb.$disconnect()])
}
