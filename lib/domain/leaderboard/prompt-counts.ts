import { layoutOf, placeOf, usesAbilities } from './aggregate'
import { promptGroups } from './groups'
import type { JudgedCell } from './cells'
import type { BoardSettings } from './settings'

/**
 * The n beside each figure, in the same layout: prompts with an agreed score, each once. For an ability and the total a
 * prompt counts when at least one criterion in total is agreed.
 */
export function promptCounts(settings: BoardSettings, cells: readonly JudgedCell[]): Int32Array {
  const layout = layoutOf(settings)
  const groups = promptGroups(settings)
  const inTotal = settings.criteria.map((each) => each.inTotal && each.weight > 0)
  const agreed = agreedByPrompt(cells, settings.criteria.length)
  const counts = new Int32Array(layout.models * layout.perModel)
  const count = (model: number, place: number) => {
    const at = model * layout.perModel + place
    counts[at] = (counts[at] ?? 0) + 1
  }
  const countGroup = (prompts: Iterable<number>, whole: number, partOf: (criterion: number) => number) => {
    for (const prompt of prompts) {
      for (const [model, criteria] of agreed.get(prompt) ?? []) {
        for (const criterion of criteria) count(model, partOf(criterion))
        if (criteria.some((criterion) => inTotal[criterion])) count(model, whole)
      }
    }
  }
  groups.abilities.forEach((prompts, ability) => {
    countGroup(prompts, placeOf.ability(ability), (c) => placeOf.cell(layout, ability, c))
  })
  countGroup(totalPrompts(settings, groups), placeOf.total, (c) => placeOf.criterion(layout, c))
  return counts
}

/** The prompts behind the total. */
export function totalPrompts(settings: BoardSettings, groups = promptGroups(settings)): Iterable<number> {
  if (!usesAbilities(settings)) return groups.total
  const needed = groups.abilities.filter((_, place) => {
    const ability = settings.abilities[place]
    return ability?.inTotal && ability.weight > 0
  })
  return new Set(needed.flatMap((prompts) => [...prompts]))
}

/** Prompt → model → its agreed criteria. */
function agreedByPrompt(cells: readonly JudgedCell[], criteria: number): Map<number, [number, number[]][]> {
  const byPrompt = new Map<number, [number, number[]][]>()
  const byOutput = new Map<string, number[]>()
  for (const { prompt, model, criterion, agreement } of cells) {
    if (agreement.status !== 'agreed' || criterion >= criteria) continue
    const output = `${prompt} ${model}`
    const known = byOutput.get(output)
    if (known) {
      known.push(criterion)
      continue
    }
    const fresh = [criterion]
    byOutput.set(output, fresh)
    const models = byPrompt.get(prompt)
    if (models) models.push([model, fresh])
    else byPrompt.set(prompt, [[model, fresh]])
  }
  return byPrompt
}
