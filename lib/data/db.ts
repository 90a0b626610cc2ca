import { PrismaPg } from '@prisma/adapter-pg'
import { env } from '@/lib/env'
import { closeDeskPool } from './desk-query'
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

function connect() {
  const adapter = new PrismaPg(
    { connectionString: env.DATABASE_URL, max: env.MANGPING_POOL, connectionTimeoutMillis: 10_000 },
    { statementNameGenerator: statementName },
  )
  // A busy machine is slow, which is no reason to give up half-way.
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 20_000, timeout: 60_000 } })
}

// A development server reloads modules; the pool must not multiply.
const kept = globalThis as { mangpingDb?: ReturnType<typeof connect> }

/** The connection pool, as the app's role. Only files of lib/data import it. */
export const db = kept.mangpingDb ?? connect()
if (env.NODE_ENV !== 'production') kept.mangpingDb = db

export type Db = typeof db
export type Transaction = Parameters<Parameters<Db['$transaction']>[0]>[0]

/** At the end of a process that should not wait for idle connections. */
export async function closeDatabase(): Promise<void> {
  await Promise.all([db.$disconnect(), closeDeskPool()])
}
