import pg from 'pg'
import { settleTasks } from '@/lib/data/cells/settling/settle-task'
import type { Due } from '@/lib/data/chain/due'
import { lockChain } from '@/lib/data/chain/lock'
import { db } from '@/lib/data/db'
import { observeRating } from '@/lib/data/monitors/observing/observe-rating'
import { fillStudy, freshRatings, type FilledStudy } from './monitors/fill'

const fresh = Number(process.env.BENCH_RATINGS ?? 400)
const large = Number(process.env.BENCH_STUDY ?? 1_000_000)
const warmUp = 50
const batch = 50
const turn = 20
const longEnough = { timeout: 60_000 }

/**
 * Milliseconds a rating: looked at by the monitors, in all, with a bare transaction beside each, and many at once. The mean
 * has in it the ratings at which a rater is held against the whole panel. The target is 20 ms.
 */
type Row = {
  ratings: number
  new: number
  monitors: string
  all: string
  mean: string
  p95: string
  bare: string
  inBatches: string
}
type Times = { monitors: number; all: number; bare: number }

/**
 * What the worker does about one new rating, to monitors, rules and agreed scores, one transaction each: in a small and
 * in a large study turn by turn, so that a noisy minute hits both.
 */
export async function benchMonitors() {
  const owner = new pg.Client({ connectionString: process.env.MIGRATION_DATABASE_URL })
  await owner.connect()
  try {
    const studies: FilledStudy[] = []
    for (const ratings of [1_000, large])
      studies.push(await fillStudy(owner, { ratings, fresh: 2 * fresh + warmUp }))
    await owner.query(
      'VACUUM (ANALYZE) assignment, rating, score, monitor_told, monitor, task, task_output, agreed_score',
    )
    const times = studies.map((): Times[] => [])
    for (const study of studies) await timed(owner, study, { from: 0, count: warmUp })
    for (let done = 0; done < fresh; done += turn) {
      for (const [at, study] of studies.entries())
        times[at]?.push(...(await timed(owner, study, { from: warmUp + done, count: turn })))
    }
    const rows: Row[] = []
    for (const [at, study] of studies.entries()) {
      const batched = await inBatches(owner, study, { from: warmUp + fresh, count: fresh })
      rows.push(rowOf(study, times[at] ?? [], batched))
    }
    return { rows, ratio: Number(rows[1]?.all) / Number(rows[0]?.all) }
  } finally {
    await owner.end()
  }
}

function rowOf({ ratings }: FilledStudy, times: readonly Times[], batched: number): Row {
  const share = (of: keyof Times, part: number) => {
    const sorted = times.map((each) => each[of]).toSorted((a, b) => a - b)
    return (sorted[Math.floor(part * (sorted.length - 1))] ?? Number.NaN).toFixed(1)
  }
  const mean = times.reduce((sum, { all }) => sum + all, 0) / times.length
  return {
    ratings,
    new: times.length,
    monitors: share('monitors', 0.5),
    all: share('all', 0.5),
    mean: mean.toFixed(1),
    p95: share('all', 0.95),
    bare: share('bare', 0.5),
    inBatches: batched.toFixed(1),
  }
}

type Part = { from: number; count: number }

async function timed(owner: pg.Client, study: FilledStudy, part: Part): Promise<Times[]> {
  const times: Times[] = []
  for (const due of await freshRatings(owner, study, part)) {
    const start = performance.now()
    const monitors = await look([due])
    const all = performance.now() - start
    await db.$transaction((tx) => tx.$queryRaw`SELECT 1`)
    times.push({ monitors, all, bare: performance.now() - start - all })
  }
  return times
}

/** Milliseconds a rating where the worker has many to do. */
async function inBatches(owner: pg.Client, study: FilledStudy, part: Part): Promise<number> {
  const dues = await freshRatings(owner, study, part)
  const start = performance.now()
  for (let from = 0; from < dues.length; from += batch) await look(dues.slice(from, from + batch))
  return (performance.now() - start) / dues.length
}

/**
 * What `processDue` does about rows of one study, without the queue, as a worker may be running beside.
 *
 * @returns milliseconds of the monitors
 */
async function look(dues: readonly Due[]): Promise<number> {
  const studyId = dues[0]?.studyId ?? ''
  return db.$transaction(async (tx) => {
    await lockChain(tx, studyId)
    const start = performance.now()
    for (const due of dues) await observeRating(tx, due)
    const monitors = performance.now() - start
    await settleTasks(
      tx,
      studyId,
      dues.map(({ taskId }) => taskId),
    )
    return monitors
  }, longEnough)
}
