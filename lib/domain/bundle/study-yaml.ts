import { LineCounter, parseDocument, type Document } from 'yaml'
import { studyFile, type AbilityWeight, type StudyFile } from '@/lib/domain/study/study-file'
import { rubricTemplate, templateNames } from '@/lib/domain/study/rubric-templates'
import type { Rubric } from '@/lib/domain/study/rubric'
import { reportIssues, warnUnknownFields } from './field-problems'
import type { Report } from './problem-list'
import { came, wanted, type Finding } from './said'

export type StudyPlan = Omit<StudyFile, 'rubric'> & { rubric: Rubric; templateAbilities: AbilityWeight[] }

/** study.yaml with its rubric, be it written out or a template's; null where it is wrong (reported). */
export function studyPlan(text: string, report: Report): StudyPlan | null {
  const lines = new LineCounter()
  const read = plainValue(text, lines, report)
  if (!read) return null
  const { raw, rowOf } = read
  const result = studyFile.safeParse(raw)
  if (!result.success) {
    reportIssues(report, { raw, issues: result.error.issues, row: null, rowOf })
    return null
  }
  const resolved = rubricOf(result.data, report, rowOf)
  if (!resolved || !hasUniqueNames(result.data, resolved.rubric, report)) return null
  warnUnknownFields(report, { raw, parsed: result.data, row: null })
  return { ...result.data, ...resolved }
}

type Read = { raw: unknown; rowOf: (path: PropertyKey[]) => number | null }

function plainValue(text: string, lines: LineCounter, report: Report): Read | null {
  const wrong = (row: number | null, got: Finding['got'], expected: Finding['expected']) => {
    report.problems.add({ file: report.file, row, field: null, got, expected })
    return null
  }
  if (text.includes('\0') || !text.isWellFormed())
    return wrong(null, came('unstorable'), wanted('storableFile'))
  // The parser recurses: nesting that no study needs is refused before it.
  if (/(?:[[{]\s*){30}|(?:[-?]\s+){30}/.test(text))
    return wrong(null, came('deeper'), wanted('documentedStudy'))
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: true })
  const [error] = document.errors
  if (error)
    return wrong(error.linePos?.[0].line ?? null, error.message.split('\n')[0] ?? null, wanted('yaml'))
  try {
    return { raw: document.toJS({ maxAliasCount: 100 }), rowOf: (path) => rowIn(document, lines, path) }
  } catch {
    return wrong(null, came('moreAliases'), wanted('writtenOut'))
  }
}

/** The line on which a field stands, or the nearest field around it that is there. */
function rowIn(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number | null {
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true)
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
      return lines.linePos(Number(node.range[0])).line
    }
  }
  return null
}

function rubricOf(
  study: StudyFile,
  report: Report,
  rowOf: Read['rowOf'],
): Pick<StudyPlan, 'rubric' | 'templateAbilities'> | null {
  if (typeof study.rubric !== 'string') return { rubric: study.rubric, templateAbilities: [] }
  const template = rubricTemplate(study.rubric.slice('template:'.length))
  if (template) return { rubric: template.rubric, templateAbilities: template.abilities }
  const expected = wanted('template', { names: templateNames.join(', ') })
  report.problems.add({
    file: report.file,
    row: rowOf(['rubric']),
    field: 'rubric',
    got: study.rubric,
    expected,
  })
  return null
}

function hasUniqueNames(study: StudyFile, rubric: Rubric, report: Report): boolean {
  const twice = [
    ...repeated(rubric.criteria.map((each) => each.id)).map((id) => ({ field: 'rubric.criteria', id })),
    ...repeated(study.abilities.map((each) => each.path)).map((id) => ({ field: 'abilities', id })),
  ]
  for (const { field, id } of twice) {
    report.problems.add({
      file: report.file,
      row: null,
      field,
      got: came('twice', { name: id }),
      expected: wanted('each'),
    })
  }
  return twice.length === 0
}

function repeated(names: string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))]
}
