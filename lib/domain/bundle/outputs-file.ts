import { z } from 'zod'
import { bundleId, mediaReference, shownText } from './fields'
import { expectation } from './field-problems'
import { jsonRows } from './json-rows'
import { limits } from './limits'
import type { Report } from './problem-list'
import { came, wanted, type Finding } from './said'

const message = z.object({ role: z.enum(['user', 'assistant']), content: z.string() })

const outputRow = z.object({
  prompt: bundleId,
  model: bundleId,
  turns: z.array(z.string()).max(limits.turns).optional(),
  messages: z.array(message).max(limits.turns).optional(),
  media: z.array(mediaReference).max(20).optional(),
})
type RawOutput = z.infer<typeof outputRow>

export type OutputTurn = string | { role: 'user' | 'assistant'; content: string }
export type OutputRow = { row: number; prompt: string; model: string; turns: OutputTurn[] }

/** What outputs are held against. */
export type Known = {
  turnsOf: ReadonlyMap<string, number>
  models: ReadonlySet<string>
  /** Prompts that some row names, be it a good one or not. */
  named: Set<string>
}

/** outputs.jsonl: the outputs that are well formed, belong to the bundle and have something to show. */
export async function* outputRows(
  chunks: AsyncIterable<Uint8Array>,
  known: Known,
  report: Report,
): AsyncGenerator<OutputRow> {
  const firstRows = new Map<string, Map<string, number>>([...known.models].map((model) => [model, new Map()]))
  for await (const { row, value } of jsonRows(chunks, outputRow, report)) {
    const wrong: Wrong = (field, got, expected) =>
      report.problems.add({ file: report.file, row, field, got, expected })
    const userTurns = known.turnsOf.get(value.prompt)
    const firstOfModel = firstRows.get(value.model)
    if (userTurns === undefined) wrong('prompt', value.prompt, wanted('knownPrompt'))
    if (!firstOfModel) wrong('model', value.model, wanted('knownModel'))
    if (userTurns === undefined) continue
    known.named.add(value.prompt)
    if (!firstOfModel) continue
    const first = firstOfModel.get(value.prompt)
    if (first !== undefined) {
      wrong('prompt', value.prompt, wanted('oneOutput', { model: value.model, row: first }))
      continue
    }
    firstOfModel.set(value.prompt, row)
    if (value.media) {
      report.unsupported.add({
        file: report.file,
        row,
        field: 'media',
        got: came('media'),
        expected: wanted('textsOnly'),
      })
      continue
    }
    const turns = turnsOf(value, userTurns, wrong)
    if (turns) yield { row, prompt: value.prompt, model: value.model, turns }
  }
}

type Wrong = (field: string, got: Finding['got'], expected: Finding['expected']) => void

function turnsOf(value: RawOutput, userTurns: number, wrong: Wrong): OutputTurn[] | null {
  if (value.turns && value.messages) {
    wrong('messages', came('turnsAndMessages'), wanted('turnsOrMessages'))
    return null
  }
  if (value.messages) return dialogueOf(value.messages, value.model, wrong)
  if (!value.turns || value.turns.length === 0) {
    wrong('turns', null, wanted('textPerTurn', { count: userTurns }))
    return null
  }
  if (value.turns.length !== userTurns) {
    wrong(
      'turns',
      String(value.turns.length),
      wanted('turnsOfPrompt', { count: userTurns, prompt: value.prompt }),
    )
    return null
  }
  const texts = value.turns.map((text, index) =>
    isShown(text, { field: `turns.${index}`, model: value.model }, wrong),
  )
  return texts.every(Boolean) ? value.turns : null
}

function dialogueOf(
  messages: Exclude<RawOutput['messages'], undefined>,
  model: string,
  wrong: Wrong,
): OutputTurn[] | null {
  if (!messages.some((each) => each.role === 'assistant')) {
    wrong('messages', came('messages', { count: messages.length }), wanted('someAnswer'))
    return null
  }
  if (messages.at(-1)?.role !== 'assistant') {
    wrong('messages', came('lastQuestion'), wanted('lastAnswer'))
    return null
  }
  const texts = messages.map((each, index) =>
    isShown(each.content, { field: `messages.${index}.content`, model }, wrong),
  )
  return texts.every(Boolean) ? messages : null
}

function isShown(text: string, { field, model }: { field: string; model: string }, wrong: Wrong): boolean {
  if (text.trim() === '') {
    wrong(field, came('emptyOutput', { model }), wanted('text'))
    return false
  }
  const result = shownText.safeParse(text)
  const [issue] = result.error?.issues ?? []
  if (issue) {
    const start = text.slice(0, 40).toWellFormed().replaceAll('\0', '␀')
    wrong(field, came('outputText', { model, text: start }), expectation(issue))
  }
  return result.success
}
