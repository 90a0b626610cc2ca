import type { Problem } from '@/lib/domain/user-error'

/** What the command line promises of a problem: these five and nothing that only a screen needs. */
export function plainProblems(problems: readonly Problem[]): Problem[] {
  return problems.map(({ file, row, field, got, expected }) => ({ file, row, field, got, expected }))
}
