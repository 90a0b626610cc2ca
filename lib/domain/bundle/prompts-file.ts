import { z } from 'zod'
import { abilityPath, bundleId, languageTag, mediaReference, shortText, shownText } from './fields'
import { jsonRows } from './json-rows'
import { limits } from './limits'
import type { Report } from './problem-list'
import { came, wanted } from './said'

const promptRow = z.object({
  id: bundleId,
  turns: z.array(shownText).min(1).max(limits.turns),
  abilities: z.array(abilityPath).max(50).default([]),
  language: languageTag.optional(),
  reference: shownText.optional(),
  marking_points: z
    .array(z.object({ text: shownText, marks: z.number().min(0).optional() }))
    .max(100)
    .optional(),
  attachments: z.array(mediaReference).max(20).default([]),
  skills: z.array(shortText.max(80)).max(20).default([]),
})
export type PromptRow = z.infer<typeof promptRow>

/** prompts.jsonl: the prompts that are well formed, each id once. */
export async function* promptRows(
  chunks: AsyncIterable<Uint8Array>,
  report: Report,
): AsyncGenerator<PromptRow> {
  const firstRows = new Map<string, number>()
  for await (const { row, value } of jsonRows(chunks, promptRow, report)) {
    const { id } = value
    const first = firstRows.get(id)
    if (first !== undefined) {
      report.problems.add({
        file: report.file,
        row,
        field: 'id',
        got: id,
        expected: wanted('ownId', { row: first }),
      })
      continue
    }
    if (firstRows.size >= limits.prompts) {
      report.problems.add({
        file: report.file,
        row,
        field: null,
        got: came('morePrompts'),
        expected: wanted('atMostPrompts', { count: limits.prompts }),
      })
      return
    }
    firstRows.set(id, row)
    if (value.attachments.length > 0) {
      report.unsupported.add({
        file: report.file,
        row,
        field: 'attachments',
        got: came('attachments'),
        expected: wanted('textsOnly'),
      })
    }
    yield { ...value, abilities: [...new Set(value.abilities)], skills: [...new Set(value.skills)] }
  }
}
