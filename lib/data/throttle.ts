import { createHash } from 'node:crypto'
import { Pool } from 'pg'
import { RateLimiterPostgres } from 'rate-limiter-flexible'
import { env } from '@/lib/env'

// Failed sign-ins, counted in the database so that all web processes know of them. The table is made by the owner at
// migration. Few statements, seldom: one connection is enough.
const pool = new Pool({
  connectionString: env.DATABASE_URL,
  max: 1,
  connectionTimeoutMillis: 10_000,
  allowExitOnIdle: true,
})
// A connection lost while idle is replaced by the pool; without a listener it would end the process.
pool.on('error', () => undefined)

/** Attempts of one person at one account from one address. */
export type Attempt = { login: string; address: string }

type Limit = { of: keyof Attempt; failures: number; limiter: RateLimiterPostgres }

function limit(of: keyof Attempt, failures: number, seconds: number): Limit {
  const limiter = new RateLimiterPostgres({
    storeClient: pool,
    storeType: 'pool',
    tableName: 'rate_limit',
    tableCreated: true,
    keyPrefix: `sign-in:${of}:${seconds}`,
    points: failures,
    duration: seconds,
  })
  return { of, failures, limiter }
}

// The tenth attempt within a minute waits; an account under steady fire waits longer, but never for good.
const limits = [limit('login', 9, 60), limit('login', 60, 3600), limit('address', 9, 60)]

// Hashed: the table tells nobody's login or address, and no key is too long for it.
function keyOf(attempt: Attempt, of: keyof Attempt): string {
  return createHash('sha256').update(attempt[of]).digest('base64url')
}

/** Seconds until the next attempt is looked at; 0 when it may come now. */
export async function secondsToWait(attempt: Attempt): Promise<number> {
  const waits = limits.map(async ({ of, failures, limiter }) => {
    const state = await limiter.get(keyOf(attempt, of))
    return state && state.consumedPoints >= failures ? Math.ceil(state.msBeforeNext / 1000) : 0
  })
  return Math.max(...(await Promise.all(waits)))
}

export async function countFailure(attempt: Attempt): Promise<void> {
  await Promise.all(limits.map(({ of, limiter }) => limiter.penalty(keyOf(attempt, of), 1)))
}

/** A right password clears its account; what the address has failed elsewhere stays. */
export async function forgetFailures(attempt: Attempt): Promise<void> {
  const ofAccount = limits.filter(({ of }) => of === 'login')
  await Promise.all(ofAccount.map(({ of, limiter }) => limiter.delete(keyOf(attempt, of))))
}
