import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'

type Line = Record<string, string>
type Means = Map<string, number>
type Cell = { scores: number[]; asked: boolean; decided: number | null }

function median(scores: number[]): number {
  const sorted = [...scores].sort((a, b) => a - b)
  const low = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
  const high = sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0
  return (low + high) / 2
}

const spread = (scores: number[]) => Math.max(...scores) - Math.min(...scores)

/** Decided by a person; else the median within one step; else, if an extra rating was asked for, that of a majority. */
function valueOf({ scores, asked, decided }: Cell): number | null {
  if (decided !== null) return decided
  if (spread(scores) <= 1) return median(scores)
  if (!asked) return null
  const groups = scores.map((from) => scores.filter((score) => score >= from && score <= from + 1))
  const most = Math.max(...groups.map((group) => group.length))
  const largest = groups.filter((group) => group.length === most)
  const narrow = largest.filter((group) => spread(group) === Math.min(...largest.map(spread)))
  const medians = new Set(narrow.map(median))
  return most * 2 > scores.length && medians.size === 1 ? median(narrow[0] ?? []) : null
}

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
  const cells = new Map<string, Cell>()
  for (const line of lines) {
    const isOld = Number(line['revision']) !== last.get(line['assignment_id'] ?? '')
    if (isOld || line['score'] === '' || line['counts'] !== 'true') continue
    const name = [line['model'], line['prompt'], line['criterion']].join('\u0001')
    const cell = cells.get(name) ?? { scores: [], asked: false, decided: null }
    cells.set(name, cell)
    if (line['kind'] === 'arbitration') {
      cell.decided ??= Number(line['score'])
      continue
    }
    cell.scores.push(Number(line['score']))
    if (line['kind'] === 'extra' && line['reason'] === 'arbitration') cell.asked = true
  }
  const sums = new Map<string, { sum: number; n: number }>()
  let disputed = 0
  for (const [cell, said] of cells) {
    const value = valueOf(said)
    if (value === null) {
      disputed++
      continue
    }
    const [model = '', prompt = '', criterion = ''] = cell.split('\u0001')
    const key = [model, abilitiesOf.get(prompt), criterion].join('\u0001')
    const known = sums.get(key) ?? { sum: 0, n: 0 }
    sums.set(key, { sum: known.sum + value, n: known.n + 1 })
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
