import type { z } from 'zod'
import { shown, type Report } from './problem-list'
import { came, isSaid, wanted, type Finding, type Said } from './said'

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

const kinds = new Map<string, Said>([
  ['string', wanted('text')],
  ['number', wanted('number')],
  ['int', wanted('wholeNumber')],
  ['boolean', wanted('yesOrNo')],
  ['array', wanted('list')],
  ['object', wanted('object')],
])

/** What a field would have needed; a rule of its own says so itself. */
export function expectation(issue: Issue): Finding['expected'] {
  switch (issue.code) {
    case 'invalid_type':
      return kinds.get(issue.expected) ?? wanted('kind', { kind: issue.expected })
    case 'invalid_value':
      return wanted('oneOf', { values: issue.values.join(', ') })
    case 'invalid_format':
      return 'prefix' in issue ? wanted('startsWith', { start: String(issue.prefix) }) : issue.message
    case 'too_small':
      return atLeast(issue)
    case 'too_big':
      return atMost(issue)
    case 'invalid_union':
      return wanted('documentedForm')
    case 'custom':
      return isSaid(issue.params?.['said']) ? issue.params['said'] : issue.message
    default:
      return issue.message
  }
}

function atLeast({ origin, minimum, inclusive }: z.core.$ZodIssueTooSmall): Said {
  const limit = Number(minimum)
  if (origin === 'string') return wanted('atLeastCharacters', { limit })
  if (origin === 'array') return wanted('atLeastEntries', { limit })
  return wanted(inclusive === false ? 'moreThan' : 'atLeast', { limit })
}

function atMost({ origin, maximum, inclusive }: z.core.$ZodIssueTooBig): Said {
  const limit = Number(maximum)
  if (origin === 'string') return wanted('atMostCharacters', { limit })
  if (origin === 'array') return wanted('atMostEntries', { limit })
  return wanted(inclusive === false ? 'lessThan' : 'atMost', { limit })
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
    const warning: Finding = {
      file: report.file,
      row,
      field,
      got: came('unknownField'),
      expected: wanted('knownField'),
    }
    report.warnings.addOnce(`${report.file} ${pattern}`, warning)
  }
}

/** Fields that came and that nothing has read. */
export function unknownFields(raw: unknown, parsed: unknown, path = ''): string[] {
  if (typeof raw !== 'object' || raw === null || typeof parsed !== 'object' || parsed === null) return []
  return Object.entries(raw).flatMap(([key, value]) => {
    const field = path ? `${path}.${key}` : key
    if (!Object.hasOwn(parsed, key)) return value === undefined ? [] : [field]
    return unknownFields(value, Reflect.get(parsed, key), field)
  })
}
