import { createHash } from 'node:crypto'
import pg from 'pg'
import { env } from '@/lib/env'
import type { Prisma } from './generated/client'

/**
 * The raters' own connections: a heavy page of an admin does not hold up a submit, and `pg` without the layers of a
 * client costs a third of a millisecond less a statement, which at the desk is a quarter of the whole.
 *
 * Their statements always go by index, and along it: a plan that is cached while a study's tables are still empty, or
 * made with many small studies beside a large one, would otherwise scan them whole, or gather and sort a whole line of
 * openings for its first. Each is planned once a connection, whatever is asked: left to itself the database plans the
 * longest ones anew each time, which takes twice as long as running them.
 */
function openPool(): pg.Pool {
  const opened = new pg.Pool({
    connectionString: env.DATABASE_URL,
    max: env.MANGPING_POOL,
    connectionTimeoutMillis: 10_000,
    options:
      '-c enable_seqscan=off -c enable_bitmapscan=off -c jit=off -c plan_cache_mode=force_generic_plan',
  })
  // An idle connection that breaks is dropped by the pool; the next statement opens another or says why it cannot.
  opened.on('error', () => undefined)
  return opened
}

// A development server reloads modules; the pool must not multiply.
const kept = globalThis as { mangpingDesk?: pg.Pool }
const pool = kept.mangpingDesk ?? openPool()
if (env.NODE_ENV !== 'production') kept.mangpingDesk = pool

// Named statements are planned once per connection. Their texts are constants of lib/data, so there are few. A name comes
// from its text: a development server has this module several times over, and one pool.
const names = new Map<string, string>()

function nameOf(text: string): string {
  const known = names.get(text)
  if (known !== undefined) return known
  const name = `desk-${createHash('sha256').update(text).digest('hex').slice(0, 24)}`
  names.set(text, name)
  return name
}

/** Runs one statement of the desk; it is its own transaction. */
export async function deskQuery<Row extends object>(sql: Prisma.Sql): Promise<Row[]> {
  const { text, values } = sql
  const { rows } = await pool.query<Row>({ name: nameOf(text), text, values })
  return rows
}

export const closeDeskPool = () => pool.end()
