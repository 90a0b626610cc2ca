import type { z } from 'zod'
import { reportIssues } from '@/lib/domain/bundle/field-problems'
import { ProblemList } from '@/lib/domain/bundle/problem-list'
import { problemOf, type Finding } from '@/lib/domain/bundle/said'
import { UserError, type Problem } from '@/lib/domain/user-error'

type Found = Pick<Finding, 'field' | 'got' | 'expected'>

export const problemWith = (found: Found): Problem => problemOf({ file: null, row: null, ...found })

/** What a schema found wrong with what was entered: field, what came, what was expected. */
export function problemsOf(raw: unknown, { issues }: z.ZodError): Problem[] {
  const problems = new ProblemList()
  const elsewhere = { warnings: new ProblemList(), unsupported: new ProblemList() }
  reportIssues({ file: '', problems, ...elsewhere }, { raw, issues, row: null })
  return problems.listed.map((each) => ({ ...each, file: null }))
}

/** A refusal that names each field, for screens (in both languages) and for scripts. */
export function refusedFor(problems: Problem[], sentence: string): UserError {
  const fields = Object.fromEntries(
    problems.map(({ field, got, expected }) => [
      field ?? 'body',
      `${got ?? 'nothing'} came, expected ${expected}`,
    ]),
  )
  return new UserError('invalid', sentence, { fields, problems, problemCount: problems.length })
}
