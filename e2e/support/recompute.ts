import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'

type Line = Record<string, string>
type Means = Map<string, number>

/** Not the product's code: the formulas of the documentation, written once more in the plainest way. */
export function recomputeBoard(
  csvFile: string,
  abilitiesOf: Map<string, string>,
  weights: { criterion: string; weight: number }[],
) {
  const lines: Line[] = parse(readFileSync(csvFile, 'utf8'), { columns: true })
  const last = new Map<string, number>()
  for (const line of lines)
    last.set(
      line['assignment_id'] ?? '',
      Math.max(last.get(line['assignment_id'] ?? '') ?? 0, Number(line['revision'])),
    )
  const cells = new Map<string, number[]>()
  for (const line of lines) {
    if (Number(line['revision']) !== last.get(line['assignment_id'] ?? '') || line['score'] === '') continue
    const cell = [line['model'], line['prompt'], line['criterion']].join('\u0001')
    cells.set(cell, [...(cells.get(cell) ?? []), Number(line['score'])])
  }
  const sums = new Map<string, { sum: number; n: number }>()
  let disputed = 0
  for (const [cell, scores] of cells) {
    const sorted = [...scores].sort((a, b) => a - b)
    if ((sorted.at(-1) ?? 0) - (sorted[0] ?? 0) > 1) {
      disputed++
      continue
    }
    const low = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
    const high = sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0
    const [model = '', prompt = '', criterion = ''] = cell.split('\u0001')
    const key = [model, abilitiesOf.get(prompt), criterion].join('\u0001')
    const known = sums.get(key) ?? { sum: 0, n: 0 }
    sums.set(key, { sum: known.sum + (low + high) / 2, n: known.n + 1 })
  }
  const models = [...new Set([...cells.keys()].map((cell) => cell.split('\u0001')[0] ?? ''))]
  const abilities = [...new Set(abilitiesOf.values())]
  const totals: Means = new Map()
  const byAbility = new Map<string, Means>()
  for (const model of models) {
    const means: Means = new Map()
    for (const ability of abilities) {
      let top = 0
      let bottom = 0
      for (const { criterion, weight } of weights) {
        const found = sums.get([model, ability, criterion].join('\u0001'))
        top += weight * (found ? found.sum / found.n : Number.NaN)
        bottom += weight
      }
      means.set(ability, top / bottom)
    }
    byAbility.set(model, means)
    totals.set(model, [...means.values()].reduce((sum, mean) => sum + mean, 0) / abilities.length)
  }
  return { totals, byAbility, disputed }
}
