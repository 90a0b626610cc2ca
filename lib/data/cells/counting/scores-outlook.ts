import type { ScoresOutlook } from '@/lib/domain/quality/views/rater-view'
import type { Transaction } from '@/lib/data/db'
import { knownCells, stepOf, type KnownCell } from '@/lib/data/cells/settling/known-cells'
import type { SaidRating, Stop } from '@/lib/data/cells/settling/said-rows'
import { batch } from '@/lib/data/cells/settling/settle-task'
import { settlingTerms, type SettlingTerms } from '@/lib/data/cells/settling/settling-terms'
import { ownRatingsSql } from './rater-ratings'

type Who = { studyId: string; raterId: string; state: string }

const excluded: Stop = { output: null, criterion: null, reason: 'rater_excluded' }

/**
 * How many agreed scores an exclusion would change, or its undoing: each cell of the rater's tasks is settled in memory as
 * if the rater's ratings did not count (did again), by the code that settles it then, and compared with what is kept.
 * Nothing is written. A score with the same value from other ratings is no change.
 */
export async function scoresOutlook(tx: Transaction, who: Who): Promise<ScoresOutlook | null> {
  const terms = await settlingTerms(tx, who.studyId)
  if (!terms) return null
  const own = await tx.$queryRaw<{ id: string; task: string }[]>`
    SELECT id, task_id AS task FROM (${ownRatingsSql(who, who.state === 'excluded')}) own`
  const asIf = decidedFor(new Set(own.map(({ id }) => id)), who.state !== 'excluded')
  const taskIds = [...new Set(own.map(({ task }) => task))]
  const sum = { changed: 0, lost: 0, gained: 0 }
  const seen = new Set<string>()
  for (let start = 0; start < taskIds.length; start += batch) {
    const known = await knownCells(tx, terms, { taskIds: taskIds.slice(start, start + batch), asIf })
    for (const cell of known.cells) {
      // Several tasks may show an output.
      const what = seen.has(cell.outputId) ? null : comparedWithKept(cell, terms)
      if (what) sum[what] += 1
    }
    for (const output of known.outputIds) seen.add(output)
  }
  return sum
}

/** These ratings as they would be taken once their rater is excluded, or restored. */
function decidedFor(ratingIds: ReadonlySet<string>, leaves: boolean) {
  return (rating: SaidRating): SaidRating => {
    if (!ratingIds.has(rating.ratingId)) return rating
    const others = (rating.stops ?? []).filter(
      ({ output, criterion }) => output !== null || criterion !== null,
    )
    return { ...rating, stops: leaves ? [excluded, ...others] : others }
  }
}

function comparedWithKept(cell: KnownCell, terms: SettlingTerms): keyof ScoresOutlook | null {
  // Who is left to be asked decides what a dispute waits for, and no value.
  const step = stepOf(cell, terms, new Set())
  const after = step.step === 'agreed' || step.step === 'decided' ? step.value : null
  const before = cell.kept?.value ?? null
  if (before === after) return null
  if (before === null) return 'gained'
  return after === null ? 'lost' : 'changed'
}
