import { judgeAnchor } from '@/lib/domain/quality/calibration/judge-anchor'
import type { CalibrationProblem } from '@/lib/domain/quality/calibration/problem'
import type { BlindTask } from '@/lib/domain/rating/blind-task'
import { cellsToSend, type AnchorDraft } from './anchor-draft'

/** What is wrong with an output's cells, by criterion; the rules are those of the server. */
export function problemsOf(
  draft: AnchorDraft,
  label: string,
  { rubric, expertRange }: { rubric: BlindTask['rubric']; expertRange: number },
): Record<string, CalibrationProblem[]> {
  const judged = judgeAnchor(
    { id: label, taskId: label, rubricVersion: rubric.version, cells: cellsToSend(draft, label) },
    { rubric, expertRange },
  )
  const found = judged.kind === 'refused' ? judged.problems : []
  return Object.fromEntries(
    rubric.criteria.map(({ id }) => [
      id,
      found.filter(({ field }) => field?.startsWith(`cells.${id}.`) || field === `cells.${id}`),
    ]),
  )
}
