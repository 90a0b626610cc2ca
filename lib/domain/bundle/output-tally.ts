import type { ImportPreview } from './import-view'
import type { ModelRow } from './models-file'
import { outputRows, type Known, type OutputRow } from './outputs-file'
import type { Report } from './problem-list'
import { came, wanted } from './said'

/** Who has answered what, as counts. */
export class OutputTally {
  readonly first: ImportPreview['firstOutputs'] = []
  readonly known: Known
  count = 0
  readonly #byModel: Map<string, number>

  constructor(turnsOf: ReadonlyMap<string, number>, models: ModelRow[]) {
    this.known = { turnsOf, models: new Set(models.map((each) => each.id)), named: new Set() }
    this.#byModel = new Map(models.map((each) => [each.id, 0]))
  }

  add({ prompt, model, turns }: OutputRow): void {
    this.count += 1
    this.#byModel.set(model, this.countOf(model) + 1)
    if (this.first.length < 5) {
      const answer = turns.find((turn) => typeof turn === 'string' || turn.role === 'assistant') ?? ''
      this.first.push({
        prompt,
        model,
        text: (typeof answer === 'string' ? answer : answer.content).slice(0, 300),
      })
    }
  }

  countOf(model: string): number {
    return this.#byModel.get(model) ?? 0
  }

  /** A prompt that nobody answered cannot be judged; a model that left some out can. */
  report({ file, problems, warnings }: Report): void {
    const { turnsOf, models, named } = this.known
    for (const id of turnsOf.keys()) {
      if (!named.has(id))
        problems.add({
          file,
          row: null,
          field: 'prompt',
          got: came('promptAlone', { prompt: id }),
          expected: wanted('someOutput'),
        })
    }
    for (const model of models) {
      const missing = turnsOf.size - this.countOf(model)
      if (missing > 0) {
        const got = came('missing', { model, missing, prompts: turnsOf.size })
        warnings.add({
          file,
          row: null,
          field: 'model',
          got,
          expected: wanted('everyOutput'),
        })
      }
    }
  }
}

export async function checkOutputs(
  chunks: AsyncIterable<Uint8Array>,
  tally: OutputTally,
  report: Report,
): Promise<void> {
  for await (const output of outputRows(chunks, tally.known, report)) tally.add(output)
  // Of what was not read nothing can be said.
  if (!report.cutShort) tally.report(report)
}
