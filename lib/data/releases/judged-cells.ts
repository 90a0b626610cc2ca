import { cellCollector, type Judged } from '@/lib/domain/leaderboard/cells'
import type { Transaction } from '@/lib/data/db'
import type { LoadedStudy } from './board-settings'
import { forEachPage } from './pages'
import { currentJudgements, perOutput, scoreRowsSql, scoresByOutput } from './score-rows-sql'

type Said = [ratingId: string, rater: string, criterion: string, score: number | null, reason: string | null]
type OutputScores = { prompt: string; model: string; scores: Said[] }

/** All cells of a study with what was agreed on. Lifts the blind: only for callers that looked at the study's state. */
export async function judgedCells(tx: Transaction, study: LoadedStudy): Promise<Judged> {
  const collector = cellCollector(study.settings)
  const scope = { studyId: study.id, rubricId: study.rubricId }
  const query = scoreRowsSql(scope, { columns: scoresByOutput, where: currentJudgements, end: perOutput })
  await forEachPage<OutputScores>(tx, { name: 'board_rows', query }, (outputs) => {
    for (const { prompt, model, scores } of outputs) {
      for (const [rating_id, rater, criterion, score, reason] of scores) {
        collector.add({ rating_id, prompt, model, rater, criterion, score, counts: reason === null, reason })
      }
    }
  })
  return collector.judged()
}
