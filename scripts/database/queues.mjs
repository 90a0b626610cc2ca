import { readFileSync } from 'node:fs'
import path from 'node:path'
import PgBoss from 'pg-boss'
import { root } from '../set-up/settings.mjs'

const queues = JSON.parse(readFileSync(path.join(root, 'worker/queues.json'), 'utf8'))

// pg-boss would make this one itself, as the app's role, which may not: it carries scheduled jobs.
const ofPgBoss = '__pgboss__send-it'

/** The queue's schema and the queues, made by the owner: the app runs pg-boss with `migrate: false`. */
export async function createQueues(owner) {
  const boss = new PgBoss({ connectionString: owner, max: 2, supervise: false, schedule: false })
  boss.on('error', (error) => console.error(error))
  await boss.start()
  for (const name of [ofPgBoss, ...queues]) await boss.createQueue(name)
  await boss.stop({ graceful: false })
}

/** The table of rate-limiter-flexible, in the columns that it expects. */
export const createLimiterTable = (client) =>
  client.query(
    'CREATE TABLE IF NOT EXISTS rate_limit (key varchar(255) PRIMARY KEY, points integer NOT NULL DEFAULT 0, expire bigint)',
  )
