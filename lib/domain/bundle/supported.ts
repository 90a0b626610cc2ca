import { presentationOf } from '@/lib/domain/study/protocol'
import { UserError } from '@/lib/domain/user-error'
import type { ProblemList } from './problem-list'
import { came, wanted, type Finding } from './said'
import type { StudyPlan } from './study-yaml'

/** What a bundle asks for that can be written down but not run yet. */
export function unsupportedParts(plan: StudyPlan, paths: string[]): Finding[] {
  const { protocol } = plan
  const said: Finding[] = []
  const add = (field: string, got: Finding['got'], expected: Finding['expected']) =>
    said.push({ file: 'study.yaml', row: null, field, got, expected })
  if (protocol.source === 'imported') add('protocol.source', 'imported', wanted('desk'))
  if (protocol.method === 'pairwise') add('protocol.method', 'pairwise', wanted('absolute'))
  else if (presentationOf(protocol) === 'pair') add('protocol.presentation', 'pair', wanted('noPairs'))
  if (plan.rubric.derived.length > 0) add('rubric.derived', came('derived'), wanted('noFormulas'))
  for (const file of ['ratings.csv', 'comparisons.csv', 'objective.csv']) {
    if (paths.includes(file))
      said.push({
        file,
        row: null,
        field: null,
        got: file,
        expected: wanted('withoutFile'),
      })
  }
  return said
}

export function refuseUnsupported(problems: ProblemList): void {
  if (problems.count === 0) return
  const [first] = problems.listed
  throw new UserError('unsupported', `Not built yet: ${first?.got ?? 'part of this bundle'}.`, {
    problems: problems.listed,
    problemCount: problems.count,
  })
}
