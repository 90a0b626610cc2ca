import type { z } from 'zod'
import type { Problem } from '@/lib/domain/user-error'
import { shown, type Report } from './problem-list'

type Issue = z.core.$ZodIssue
type Found = {
  raw: unknown
  issues: readonly Issue[]
  row: number | null
  rowOf?: (path: PropertyKey[]) => number | null
}

/** What zod found, as problems in the admin's words. */
export function reportIssues(report: Report, { raw, issues, row, rowOf }: Found): void {
  for (const issue of issues.flatMap((each) => specific(each))) {
    report.problems.add({
      file: report.file,
      row: rowOf?.(issue.path) ?? row,
      field: issue.path.join('.') || null,
      got: shown(valueAt(raw, issue.path)),
      expected: expectation(issue),
    })
  }
}

/** Of a union the branch that came nearest: the one whose problems lie deepest. */
function specific(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue]
  const depth = (branch: Issue[]) => Math.max(0, ...branch.map((each) => each.path.length))
  const nearest = issue.errors.reduce((best, branch) => (depth(branch) > depth(best) ? branch : best))
  if (depth(nearest) === 0) return [issue]
  return nearest.flatMap((each) => specific({ ...each, path: [...issue.path, ...each.path] }))
}

const kinds: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object with fields',
}

function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return kinds[issue.expected] ?? issue.expected
    case 'invalid_value':
      return `one of ${issue.values.join(', ')}`
    case 'too_small':
      return `at least ${bound(issue.origin, issue.minimum)}`
    case 'too_big':
      return `at most ${bound(issue.origin, issue.maximum)}`
    case 'invalid_union':
      return 'one of the forms of the documentation'
    default:
      return issue.message
  }
}

function bound(origin: string, limit: number | bigint): string {
  if (origin === 'string') return `${limit} ${limit === 1 ? 'character' : 'characters'}`
  if (origin === 'array') return `${limit} ${limit === 1 ? 'entry' : 'entries'}`
  return String(limit)
}

export function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    raw,
  )
}

type Read = { raw: unknown; parsed: unknown; row: number | null }

/** Fields that came and that nothing reads: said once per file and field, as a warning. */
export function warnUnknownFields(report: Report, { raw, parsed, row }: Read): void {
  for (const field of unknownFields(raw, parsed)) {
    const pattern = field.replace(/\d+/g, '*')
    const warning: Problem = {
      file: report.file,
      row,
      field,
      got: 'an unknown field',
      expected: 'a field of the documentation; it is ignored',
    }
    report.warnings.addOnce(`${report.file} ${pattern}`, warning)
  }
}

function unknownFields(raw: unknown, parsed: unknown, path = ''): string[] {
  if (typeof raw !== 'object' || raw === null || typeof parsed !== 'object' || parsed === null) return []
  return Object.entries(raw).flatMap(([key, value]) => {
    const field = path ? `${path}.${key}` : key
    if (!Object.hasOwn(parsed, key)) return value === undefined ? [] : [field]
    return unknownFields(value, Reflect.get(parsed, key), field)
  })
}
