import { db } from '@/lib/data/db'
import { areaUnderCurve, crossValidated, permutationP } from '@/lib/domain/quality/checks/guess-checks'
import { seededRandom } from '@/lib/stats/random/seeded-random'
import { seenTasks, type View } from './checks/features'
import { checkedStudy } from './checks/study'
import { worked, type Noted } from './checks/work'
import { median } from './desk/load'

const raters = Number(process.env.BENCH_RATERS ?? 100)
const tasksEach = 200
/** A difference that the classifier has to find, to show that it would. */
const plantedMs = 1

export type GuessRow = { from: string; tasks: number; checks: number; auc: string; p: string; holds: boolean }
export type PaceRow = { kind: string; tasks: number; broughtMs: string; sentMs: string }

/**
 * Can a rater tell checks from work by anything but the contents? All tasks go through the data layer of the desk, one at
 * a time, from claim to the answer; a classifier, cross-validated by rater, sees how long each answer took and all that is
 * in it but texts and their length. It may not do better than AUC 0.53, p ≤ 0.001.
 */
export async function benchChecks(): Promise<{ rows: GuessRow[]; paces: PaceRow[] }> {
  const study = await checkedStudy(raters, tasksEach)
  const noted: Noted[] = []
  for (const [number, rater] of study.raters.entries()) {
    // Half of them hold one task at a time, half have two more waiting, as the desk on screen.
    const how = {
      number,
      hold: number % 2 === 0 ? 1 : 3,
      tasks: tasksEach,
      random: seededRandom(2026, number),
    }
    noted.push(...(await worked(rater, study.slug, how)))
  }
  const kinds = await kindsOf(study.id)
  const isCheck = new Map([...kinds].map(([id, kind]) => [id, kind !== 'live']))
  const guess = (from: string, view: View, delayMs = 0): GuessRow => {
    const seen = seenTasks(noted, isCheck, { view, delayMs })
    const labels = seen.map((each) => each.isCheck)
    const scores = crossValidated(seen)
    const auc = areaUnderCurve(scores, labels)
    const p = permutationP(scores, labels, { times: 1999, random: seededRandom(7) })
    const checks = labels.filter(Boolean).length
    const holds = auc < 0.53 && p > 0.001
    return { from, tasks: seen.length, checks, auc: auc.toFixed(4), p: p.toFixed(4), holds }
  }
  const rows = [
    guess('how long answers take', 'timing'),
    guess('progress, ids, leases, order of fields', 'the rest'),
    guess('all of it', 'all of it'),
    guess(`answers to checks ${plantedMs} ms later, to compare`, 'timing', plantedMs),
  ]
  return { rows, paces: pacesOf(noted, kinds) }
}

async function kindsOf(studyId: string): Promise<Map<string, string>> {
  const rows = await db.assignment.findMany({ where: { studyId }, select: { id: true, check: true } })
  return new Map(rows.map(({ id, check }) => [id, check?.kind ?? 'live']))
}

/** Medians, kind by kind. */
function pacesOf(noted: readonly Noted[], kinds: ReadonlyMap<string, string>): PaceRow[] {
  return ['live', 'gold', 'repeat', 'degraded'].map((kind) => {
    const own = noted.filter(({ task }) => kinds.get(task.assignmentId) === kind)
    return {
      kind,
      tasks: own.length,
      broughtMs: median(own.map(({ brought }) => brought.ms)).toFixed(2),
      sentMs: median(own.map(({ sent }) => sent.ms)).toFixed(2),
    }
  })
}
