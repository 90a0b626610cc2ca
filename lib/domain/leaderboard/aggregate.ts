import { promptGroups } from './groups'
import type { JudgedCell } from './cells'
import type { BoardSettings } from './settings'

/**
 * All figures of a board as one flat array, model by model: total, abilities, criteria, then ability × criterion.
 * NaN stands for "missing" in here and nowhere outside: it spreads through sums as a missing part has to.
 */
export type Layout = { abilities: number; criteria: number; perModel: number; models: number }

export function layoutOf({ abilities, criteria, models }: BoardSettings): Layout {
  const [a, c] = [abilities.length, criteria.length]
  return { abilities: a, criteria: c, perModel: 1 + a + c + a * c, models: models.length }
}

/** Places within one model's part of the array. */
export const placeOf = {
  total: 0,
  ability: (ability: number) => 1 + ability,
  criterion: (layout: Layout, criterion: number) => 1 + layout.abilities + criterion,
  cell: (layout: Layout, ability: number, criterion: number) =>
    1 + layout.abilities + layout.criteria + ability * layout.criteria + criterion,
}

/** Figures from prompts that stand in the sample as often as `counts` says. */
export type Aggregate = (counts: ArrayLike<number>) => Float64Array

export function usesAbilities({ method, abilities }: BoardSettings): boolean {
  return method.aggregation === 'abilities' && abilities.length > 0
}

/** In-total criteria of unlike scales have no common unit until they are brought to 0 … 100. */
export function hasMixedScales({ criteria }: BoardSettings): boolean {
  const scales = criteria
    .filter((each) => each.inTotal)
    .map(({ minimum, maximum }) => `${minimum} ${maximum}`)
  return new Set(scales).size > 1
}

/**
 * Prepares the sums of product rules: mean(model, ability, criterion) over prompts with an agreed score; an ability is
 * Σ w·mean / Σ w over criteria in total; the total is Σ w·ability / Σ w over abilities in total, or the same criteria
 * sum over all prompts. A missing part makes the sum missing.
 */
export function prepareAggregate(settings: BoardSettings, cells: readonly JudgedCell[]): Aggregate {
  const layout = layoutOf(settings)
  const groups = promptGroups(settings)
  const width = layout.models * layout.criteria
  const meansOver = prepareMeans(cells, {
    prompts: settings.prompts.length,
    width,
    criteria: layout.criteria,
  })
  const byCriteria = weighing(settings.criteria)
  const byAbilities = weighing(settings.abilities)
  const scaled = scaling(settings)
  const overAbilities = usesAbilities(settings)

  return (counts) => {
    const means = groups.abilities.map((group) => meansOver(group, counts))
    const overall = overAbilities ? null : meansOver(groups.total, counts)
    const figures = new Float64Array(layout.models * layout.perModel)
    for (let model = 0; model < layout.models; model += 1) {
      const row = figures.subarray(model * layout.perModel, (model + 1) * layout.perModel)
      const at = (values: Float64Array | undefined, criterion: number) =>
        values?.[model * layout.criteria + criterion] ?? Number.NaN
      const score = (values: Float64Array | undefined) => byCriteria((c) => scaled(at(values, c), c))
      means.forEach((values, a) => {
        row[placeOf.ability(a)] = score(values)
        for (let c = 0; c < layout.criteria; c += 1) row[placeOf.cell(layout, a, c)] = at(values, c)
      })
      for (let c = 0; c < layout.criteria; c += 1) {
        row[placeOf.criterion(layout, c)] = overall ? at(overall, c) : byAbilities((a) => at(means[a], c))
      }
      row[placeOf.total] = overall
        ? score(overall)
        : byAbilities((a) => row[placeOf.ability(a)] ?? Number.NaN)
    }
    return figures
  }
}

type Part = { weight: number; inTotal: boolean }

/** Σ w·x / Σ w over the parts in total; missing where no part weighs anything. */
function weighing(parts: readonly Part[]): (valueOf: (part: number) => number) => number {
  const needed = parts.flatMap(({ weight, inTotal }, part) =>
    inTotal && weight > 0 ? [{ part, weight }] : [],
  )
  const whole = needed.reduce((sum, { weight }) => sum + weight, 0)
  return (valueOf) => needed.reduce((sum, { part, weight }) => sum + weight * valueOf(part), 0) / whole
}

function scaling(settings: BoardSettings): (value: number, criterion: number) => number {
  if (!hasMixedScales(settings)) return (value) => value
  const ranges = settings.criteria.map(({ minimum, maximum }) => ({ minimum, width: maximum - minimum }))
  return (value, criterion) => {
    const range = ranges[criterion]
    return range ? ((value - range.minimum) / range.width) * 100 : Number.NaN
  }
}

type Shape = { prompts: number; width: number; criteria: number }

/** Means per model × criterion over a group of prompts. Prompt by prompt, so that a resample walks memory in order. */
function prepareMeans(cells: readonly JudgedCell[], { prompts, width, criteria }: Shape) {
  const values = new Float64Array(prompts * width)
  const present = new Float64Array(prompts * width)
  for (const { prompt, model, criterion, agreement } of cells) {
    if (agreement.status !== 'agreed') continue
    const place = prompt * width + model * criteria + criterion
    values[place] = agreement.value
    present[place] = 1
  }
  return (group: Int32Array, counts: ArrayLike<number>): Float64Array => {
    const sums = new Float64Array(width)
    const weights = new Float64Array(width)
    for (const prompt of group) {
      const times = counts[prompt] ?? 0
      if (times === 0) continue
      const start = prompt * width
      for (let j = 0; j < width; j += 1) {
        sums[j] = (sums[j] ?? 0) + times * (values[start + j] ?? 0)
        weights[j] = (weights[j] ?? 0) + times * (present[start + j] ?? 0)
      }
    }
    // 0 / 0 is NaN: no prompt with an agreed score.
    return sums.map((sum, j) => sum / (weights[j] ?? 0))
  }
}
