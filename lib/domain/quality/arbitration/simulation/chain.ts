import { cellStep, type CellFacts, type CellStep } from '@/lib/domain/quality/arbitration/cell-step'
import type { ArbitrationTerms } from '@/lib/domain/quality/arbitration/terms'
import { indexDraw } from '@/lib/stats/random/draws'
import type { Random } from '@/lib/stats/random/seeded-random'
import { doubtfulRaters } from './doubtful-raters'
import { flaggedRaters } from './flagged-raters'
import { scoreOf, type SimulatedRater } from './panel'
import { rated, type SingleStudy, type StudyRating } from './single-study'

const scale = { min: 1, max: 5, step: 1 }

/** The inspector reads a little more carefully than a rater, and is no oracle. */
const inspector: SimulatedRater = { severity: 0, noise: 0.6, random: false }

export type ChainOutcome = {
  /** Agreed score of each cell. */
  values: number[]
  /** Ratings given in all: first ones, in place of excluded ones, extra ones, and decisions of the inspector. */
  ratings: number
  decisions: number
  excluded: Set<number>
}

/** Who is excluded: whom a monitor flags, or also whom a person doubts. */
export type Exclusion = 'nobody' | 'flagged' | 'doubtful'

/**
 * The chain over a study: exclude raters, reopen the slots for others, look once more; then arbitrate cell by cell
 * with `cellStep` until each has its agreed score.
 */
export function runChain(
  study: SingleStudy,
  { terms, exclude, random }: { terms: ArbitrationTerms; exclude: Exclusion; random: Random },
): ChainOutcome {
  const given = study.cells.reduce((sum, cell) => sum + cell.length, 0)
  const staffed =
    exclude === 'nobody'
      ? { cells: study.cells, excluded: new Set<number>(), again: 0 }
      : restaffed(study, exclude, random)
  const staff = { study, excluded: staffed.excluded, random }
  let [ratings, decisions] = [given + staffed.again, 0]
  const values = staffed.cells.map((cell, place) => {
    const outcome = arbitrated(cell, place, { ...staff, terms })
    ratings += outcome.extra
    if (outcome.step.step === 'decided') decisions += 1
    return outcome.step.value
  })
  return { values, ratings: ratings + decisions, decisions, excluded: staffed.excluded }
}

type Staff = { study: SingleStudy; excluded: ReadonlySet<number>; random: Random }

/** Two looks: who is excluded leaves cells that show the rest more clearly. */
function restaffed(study: SingleStudy, exclude: 'flagged' | 'doubtful', random: Random) {
  const excluded = new Set<number>()
  let cells = study.cells
  let again = 0
  for (let look = 0; look < 2; look += 1) {
    for (const rater of flaggedRaters(cells, study.panel.length)) excluded.add(rater)
    if (exclude === 'doubtful')
      for (const rater of doubtfulRaters(cells, study.panel.length)) excluded.add(rater)
    cells = cells.map((cell, place) => {
      const kept = cell.filter(({ rater }) => !excluded.has(rater))
      const staff = { study, excluded, random }
      while (kept.length < cell.length) {
        kept.push(another(kept, place, staff))
        again += 1
      }
      return kept
    })
  }
  return { cells, excluded, again }
}

/** A rating by somebody who has not rated the cell and is not excluded. */
function another(
  cell: readonly StudyRating[],
  place: number,
  { study, excluded, random }: Staff,
): StudyRating {
  const busy = new Set(cell.map(({ rater }) => rater))
  let rater: number
  do rater = indexDraw(study.panel.length, random)
  while (busy.has(rater) || excluded.has(rater))
  const q = study.quality[place] ?? 0
  return { rater, value: rated(study.panel, rater, { q, random }), extra: false }
}

type Final = Extract<CellStep, { step: 'agreed' | 'decided' }>

function arbitrated(
  first: readonly StudyRating[],
  place: number,
  { terms, ...staff }: Staff & { terms: ArbitrationTerms },
): { step: Final; extra: number } {
  const cell = [...first]
  const facts: CellFacts = {
    ratings: [],
    required: first.length,
    pendingExtras: 0,
    someoneLeft: true,
    decision: null,
  }
  for (;;) {
    facts.ratings = cell.map(({ value, extra }, at) => ({ ratingId: String(at), value, extra }))
    const step = cellStep(facts, { terms, scale })
    if (step.step === 'agreed' || step.step === 'decided') return { step, extra: cell.length - first.length }
    if (step.step === 'ask_extra') cell.push({ ...another(cell, place, staff), extra: true })
    else {
      const value = scoreOf(staff.study.quality[place] ?? 0, inspector, staff.random)
      facts.decision = { by: 'inspector', value, cause: null, inspectorId: 'inspector' }
    }
  }
}
