import { cellCollector, type Judged } from '@/lib/domain/leaderboard/cells'
import { countsWith } from '@/lib/domain/leaderboard/rating-row'
import type { Transaction } from '@/lib/data/db'
import type { LoadedStudy } from './board-settings'
import { decisionRow, decisionsOf, type StoredDecision } from './decision-rows'
import { forEachPage } from './pages'
import { currentJudgements, perOutput, scoreRowsSql, scoresByOutput } from './score-rows-sql'

type Said = [
  ratingId: string,
  rater: string,
  criterion: string,
  score: number | null,
  reason: string | null,
  sequence: number,
]
type OutputScores = { prompt: string; model: string; scores: Said[] }

/** Decisions that a board has to do with: those about its prompts. */
export const onBoard = ({ reason }: StoredDecision): boolean => reason !== 'anchored'

const byArrival = (a: Said, b: Said) => a[5] - b[5]

/** All cells of a study with what was agreed on. Lifts the blind: only for callers that looked at the study's state. */
export async function judgedCells(tx: Transaction, study: LoadedStudy): Promise<Judged> {
  const collector = cellCollector(study.settings)
  const scope = { studyId: study.id, rubricId: study.rubricId }
  const query = scoreRowsSql(scope, { columns: scoresByOutput, where: currentJudgements, end: perOutput })
  await forEachPage<OutputScores>(tx, { name: 'board_rows', query }, (outputs) => {
    for (const { prompt, model, scores } of outputs) {
      for (const [rating_id, rater, criterion, score, reason] of scores.sort(byArrival)) {
        const counts = countsWith(reason)
        collector.add({ rating_id, kind: 'rating', prompt, model, rater, criterion, score, counts, reason })
      }
    }
  })
  const decisions = await decisionsOf(tx, study)
  for (const decision of decisions.filter(onBoard)) collector.add(decisionRow(decision))
  return collector.judged()
}
