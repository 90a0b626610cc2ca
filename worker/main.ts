import PgBoss from 'pg-boss'
import { setTimeout as pause } from 'node:timers/promises'
import { closeDatabase } from '@/lib/data/db'
import { resumeImports } from '@/lib/data/imports/import-upkeep'
import type { Jobs, QueueName } from '@/lib/data/queue'
import { env } from '@/lib/env'
import { log } from '@/lib/server/log'
import { operator } from '@/lib/server/operator'
import { lookAtDue } from './chain'
import { importUpload } from './jobs/import'
import { checkUpload } from './jobs/import-check'
import { publishBoard } from './jobs/release'
import { prepareChecks } from './prepare-checks'
import { keepDoing } from './rounds'
import { sealAudit } from './seal-audit'
import { sweepLeases } from './sweep'
import { sweepImports } from './sweep-imports'

/** What a job comes back with is kept with it, for whoever waits. */
type Run<Q extends QueueName> = (job: Jobs[Q], isLast: boolean) => Promise<unknown>

const stopping = new AbortController()
const boss = new PgBoss({
  connectionString: env.DATABASE_URL,
  max: 2,
  migrate: false,
  schedule: false,
  supervise: true,
})
boss.on('error', (err) => log.warn({ err }, 'queue error'))

/** One job of a queue at a time; the queue itself tries again where one fails. */
async function work<Q extends QueueName>(queue: Q, run: Run<Q>): Promise<void> {
  await boss.work<Jobs[Q]>(
    queue,
    { includeMetadata: true, batchSize: 1, pollingIntervalSeconds: 0.5 },
    async ([job]) => {
      if (!job) return undefined
      const { id, data, retryCount, retryLimit } = job
      log.info({ queue, job: id }, 'job started')
      const outcome = await run(data, retryCount >= retryLimit)
      log.info({ queue, job: id }, 'job done')
      return outcome
    },
  )
}

/** The database may come up after the worker. */
async function started(): Promise<void> {
  for (;;) {
    try {
      await boss.start()
      return
    } catch (err) {
      if (stopping.signal.aborted) return
      log.warn({ err }, 'the queue is not there yet')
      await pause(2000)
    }
  }
}

async function stop(): Promise<void> {
  if (stopping.signal.aborted) return
  stopping.abort()
  await boss.stop({ graceful: true, timeout: 10_000 })
  await closeDatabase()
  process.exit(0)
}

process.on('SIGTERM', stop)
process.on('SIGINT', stop)

await started()
const self = await operator()
await resumeImports(self)
await work('import-check', checkUpload)
await work('import', importUpload)
await work('release', publishBoard)
log.info('worker ready')
await Promise.all(
  [sweepLeases, lookAtDue(stopping.signal), prepareChecks(self), sealAudit(self), sweepImports(self)].map(
    (round) => keepDoing(round, stopping.signal),
  ),
)
