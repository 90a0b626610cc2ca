import type { Comparisons } from '@/lib/stats/comparisons/comparisons'
import type { Labels, Ratings } from '@/lib/stats/ratings'

/** mulberry32 (Tommy Ettinger, public domain): the numbers in [0, 1) that the shared test files are made with. */
function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let bits = Math.imul(state ^ (state >>> 15), state | 1)
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61)
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32
  }
}

type Panel = { seed: number; items: number; raters: number; perItem: number }

/** Raters of an item: from a random one on, evenly spread over the pool. */
function panelOf({ items, raters, perItem }: Panel) {
  const stride = Math.floor(raters / perItem) || 1
  return {
    item: new Int32Array(items * perItem),
    rater: new Int32Array(items * perItem),
    raterAt: (start: number, turn: number) => (start + turn * stride) % raters,
  }
}

/** Scores low … high: quality of the item, a bias of each rater, and noise. */
export function syntheticRatings(panel: Panel, [low, high]: [number, number]): Ratings {
  const next = numbersFrom(panel.seed)
  const bias = Float64Array.from({ length: panel.raters }, () => (next() - 0.5) * 0.3)
  const { item, rater, raterAt } = panelOf(panel)
  const value = new Float64Array(item.length)
  for (let place = 0; place < panel.items; place += 1) {
    const quality = next()
    const start = Math.floor(next() * panel.raters)
    for (let turn = 0; turn < panel.perItem; turn += 1) {
      const at = place * panel.perItem + turn
      const who = raterAt(start, turn)
      const noise = (next() + next() + next() - 1.5) * 0.3
      const score = Math.floor(low + (high - low) * (quality + (bias[who] ?? 0) + noise) + 0.5)
      item[at] = place
      rater[at] = who
      value[at] = Math.min(high, Math.max(low, score))
    }
  }
  return { items: panel.items, raters: panel.raters, item, rater, value }
}

/** Labels of raters who are right in 40–95 % of cases. */
export function syntheticLabels(panel: Panel, categories: number): Labels {
  const next = numbersFrom(panel.seed)
  const accuracy = Float64Array.from({ length: panel.raters }, () => 0.4 + 0.55 * next())
  const { item, rater, raterAt } = panelOf(panel)
  const label = new Int32Array(item.length)
  for (let place = 0; place < panel.items; place += 1) {
    const truth = Math.floor(next() * categories)
    const start = Math.floor(next() * panel.raters)
    for (let turn = 0; turn < panel.perItem; turn += 1) {
      const at = place * panel.perItem + turn
      const who = raterAt(start, turn)
      const isRight = next() < (accuracy[who] ?? 0)
      item[at] = place
      rater[at] = who
      label[at] = isRight ? truth : (truth + 1 + Math.floor(next() * (categories - 1))) % categories
    }
  }
  return { items: panel.items, raters: panel.raters, categories, item, rater, label }
}

/** Comparisons of models whose strength grows by a tenth from one to the next; every tenth is a tie. */
export function syntheticComparisons({
  seed,
  rows,
  models,
}: {
  seed: number
  rows: number
  models: number
}): Comparisons {
  const next = numbersFrom(seed)
  const left = new Int32Array(rows)
  const right = new Int32Array(rows)
  const verdict = new Int8Array(rows)
  for (let row = 0; row < rows; row += 1) {
    const a = Math.floor(next() * models)
    const b = (a + 1 + Math.floor(next() * (models - 1))) % models
    left[row] = a
    right[row] = b
    if (next() < 0.1) continue
    const [strengthA, strengthB] = [1 + 0.1 * a, 1 + 0.1 * b]
    verdict[row] = next() < strengthA / (strengthA + strengthB) ? 1 : -1
  }
  const prompt = Int32Array.from({ length: rows }, (_, row) => row)
  return { models, prompts: rows, left, right, prompt, verdict }
}
