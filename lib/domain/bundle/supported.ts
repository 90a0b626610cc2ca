import { presentationOf } from '@/lib/domain/study/protocol'
import { UserError, type Problem } from '@/lib/domain/user-error'
import type { ProblemList } from './problem-list'
import type { StudyPlan } from './study-yaml'

/** What a bundle asks for that can be written down but not run yet. */
export function unsupportedParts(plan: StudyPlan, paths: string[]): Problem[] {
  const { protocol } = plan
  const said: Problem[] = []
  const add = (field: string, got: string, expected: string) =>
    said.push({ file: 'study.yaml', row: null, field, got, expected })
  if (protocol.source === 'imported')
    add('protocol.source', 'imported', 'desk; ratings made elsewhere are not built yet')
  if (protocol.method === 'pairwise')
    add('protocol.method', 'pairwise', 'absolute; pairwise judging is not built yet')
  else if (presentationOf(protocol) === 'pair')
    add('protocol.presentation', 'pair', 'sheet or single; pairs are not built yet')
  if (plan.rubric.derived.length > 0)
    add('rubric.derived', 'derived criteria', 'none; formulas over criteria are not built yet')
  for (const file of ['ratings.csv', 'comparisons.csv', 'objective.csv']) {
    if (paths.includes(file))
      said.push({
        file,
        row: null,
        field: null,
        got: file,
        expected: 'a bundle without it; it is not built yet',
      })
  }
  return said
}

/** Settings that are kept with the study while nothing acts on them yet. */
export function restingSettings(plan: StudyPlan): Problem[] {
  const { gold, repeat, degraded } = plan.protocol.checks
  const warnings: Problem[] = []
  if (gold + repeat + degraded > 0) {
    warnings.push({
      file: 'study.yaml',
      row: null,
      field: 'protocol.checks',
      got: 'hidden checks',
      expected: 'none; they are kept and not placed yet',
    })
  }
  return warnings
}

export function refuseUnsupported(problems: ProblemList): void {
  if (problems.count === 0) return
  const [first] = problems.listed
  throw new UserError('unsupported', `Not built yet: ${first?.got ?? 'part of this bundle'}.`, {
    problems: problems.listed,
    problemCount: problems.count,
  })
}
