import PgBoss from 'pg-boss'
import type { Db, Transaction } from './db'

/** What the worker does. Each job names who asked for it, so that it acts and is recorded as that person. */
export type Jobs = {
  'import-check': { importId: string; byId: string }
  import: { importId: string; byId: string }
  release: { slug: string; seed: number; waivers: Record<string, string>; byId: string }
}
export type QueueName = keyof Jobs

const nowhere = {
  executeSql: () => Promise.reject(new Error('a job is sent with the connection of its transaction')),
}

// Never started: it only knows how a job is written. The worker's own instance fetches.
const boss = new PgBoss({ db: nowhere, migrate: false, supervise: false, schedule: false })

/** Puts a job into the queue in the transaction that makes it due: either both happen or neither. */
export async function enqueue<Q extends QueueName>(
  tx: Transaction | Db,
  queue: Q,
  job: Jobs[Q],
): Promise<void> {
  await boss.send(queue, job, { db: through(tx), expireInHours: 5, retryLimit: 3, retryDelay: 2 })
}

function through(tx: Transaction | Db) {
  return {
    executeSql: async (text: string, values: unknown[]) => ({
      rows: await tx.$queryRawUnsafe<{ id: string }[]>(text, ...values.map(asParameter)),
    }),
  }
}

function asParameter(value: unknown): unknown {
  if (value === undefined) return null
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value
}
