import type { z } from 'zod'
import { reportIssues, warnUnknownFields } from './field-problems'
import { parseJsonLine } from './json-line'
import type { Report } from './problem-list'
import { textLines } from './text-lines'

/** The rows of a .jsonl file that have the right shape; the others are reported. */
export async function* jsonRows<T>(
  chunks: AsyncIterable<Uint8Array>,
  schema: z.ZodType<T>,
  report: Report,
): AsyncGenerator<{ row: number; value: T }> {
  for await (const { row, text } of textLines(chunks, report)) {
    const parsed = parseJsonLine(text)
    if ('wrong' in parsed) {
      report.problems.add({ file: report.file, row, ...parsed.wrong })
      continue
    }
    const result = schema.safeParse(parsed.value)
    if (!result.success) {
      reportIssues(report, { raw: parsed.value, issues: result.error.issues, row })
      continue
    }
    warnUnknownFields(report, { raw: parsed.value, parsed: result.data, row })
    yield { row, value: result.data }
  }
}
