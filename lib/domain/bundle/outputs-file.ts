import { z } from 'zod'
import { bundleId, mediaReference, shownText } from './fields'
import { jsonRows } from './json-rows'
import { limits } from './limits'
import type { Report } from './problem-list'

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
    const wrong = (field: string, got: string | null, expected: string) =>
      report.problems.add({ file: report.file, row, field, got, expected })
    const userTurns = known.turnsOf.get(value.prompt)
    const firstOfModel = firstRows.get(value.model)
    if (userTurns === undefined) wrong('prompt', value.prompt, 'the id of a prompt in prompts.jsonl')
    if (!firstOfModel) wrong('model', value.model, 'the id of a model in models.csv')
    if (userTurns === undefined) continue
    known.named.add(value.prompt)
    if (!firstOfModel) continue
    const first = firstOfModel.get(value.prompt)
    if (first !== undefined) {
      wrong(
        'prompt',
        value.prompt,
        `one output of ${value.model} to it; row ${first} has one already (two outputs to one question are two prompts)`,
      )
      continue
    }
    firstOfModel.set(value.prompt, row)
    if (value.media) {
      report.unsupported.add({
        file: report.file,
        row,
        field: 'media',
        got: 'media',
        expected: 'texts only; media are not built yet',
      })
      continue
    }
    const turns = turnsOf(value, userTurns, wrong)
    if (turns) yield { row, prompt: value.prompt, model: value.model, turns }
  }
}

type Wrong = (field: string, got: string | null, expected: string) => void

function turnsOf(value: RawOutput, userTurns: number, wrong: Wrong): OutputTurn[] | null {
  if (value.turns && value.messages) {
    wrong('messages', 'turns and messages', 'either of the two')
    return null
  }
  if (value.messages) return dialogueOf(value.messages, value.model, wrong)
  if (!value.turns || value.turns.length === 0) {
    wrong(
      'turns',
      null,
      `${userTurns} ${userTurns === 1 ? 'text' : 'texts'}, one for each user turn, or messages`,
    )
    return null
  }
  if (value.turns.length !== userTurns) {
    wrong('turns', String(value.turns.length), `${userTurns}, one for each turn of prompt ${value.prompt}`)
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
    wrong('messages', `${messages.length} messages`, 'at least one message of the assistant')
    return null
  }
  if (messages.at(-1)?.role !== 'assistant') {
    wrong('messages', 'a last message of the user', 'a last message of the assistant')
    return null
  }
  const texts = messages.map((each, index) =>
    isShown(each.content, { field: `messages.${index}.content`, model }, wrong),
  )
  return texts.every(Boolean) ? messages : null
}

function isShown(text: string, { field, model }: { field: string; model: string }, wrong: Wrong): boolean {
  if (text.trim() === '') {
    wrong(field, `output of ${model} is empty`, 'a text')
    return false
  }
  const result = shownText.safeParse(text)
  if (!result.success)
    wrong(
      field,
      `output of ${model}: ${text.slice(0, 40).toWellFormed().replaceAll('\0', '␀')}…`,
      result.error.issues[0]?.message ?? 'a text',
    )
  return result.success
}
