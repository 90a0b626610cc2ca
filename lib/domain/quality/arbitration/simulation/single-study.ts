import { shuffled } from '@/lib/domain/study/shuffle'
import { normalDraw, uniformDraw } from '@/lib/stats/random/draws'
import type { Random } from '@/lib/stats/random/seeded-random'
import { expectedScore, limitedQuality, scoreOf, simulatedPanel, type SimulatedRater } from './panel'

export type StudyShape = {
  models: number
  prompts: number
  k: number
  honest: number
  careless: number
  /** Standard deviation of the models' qualities, in levels. */
  modelSpread: number
}

export type StudyRating = { rater: number; value: number; extra: boolean }

/** A study of single outputs: cell = model × prompts + prompt, one criterion. */
export type SingleStudy = {
  shape: StudyShape
  panel: SimulatedRater[]
  quality: number[]
  /** k ratings of each cell, by different raters. */
  cells: StudyRating[][]
  /** The outputs' qualities themselves, and what the panel's honest raters would say of them on average. */
  truth: { quality: Truth; panel: Truth }
}

/** A model's true mean: over these prompts, and over all prompts like them. */
export type Truth = { here: number[]; everywhere: number[] }

const promptSpread = 0.5
const outputSpread = 0.5
const middle = 3.2

export function simulateStudy(shape: StudyShape, random: Random): SingleStudy {
  const panel = simulatedPanel(shape, random)
  const models = Array.from({ length: shape.models }, () => middle + shape.modelSpread * normalDraw(random))
  const prompts = Array.from({ length: shape.prompts }, () => promptSpread * normalDraw(random))
  const quality = models.flatMap((model) =>
    prompts.map((prompt) => model + prompt + outputSpread * normalDraw(random)),
  )
  const raters = dealt(quality.length, shape.k, { raters: panel.length, random })
  const cells = quality.map((q, cell) =>
    (raters[cell] ?? []).map((rater) => ({ rater, value: rated(panel, rater, { q, random }), extra: false })),
  )
  const spread = Math.hypot(promptSpread, outputSpread)
  const truthBy = (valueOf: (output: { quality: number; spread: number }) => number): Truth => ({
    here: meansByModel(
      quality.map((q) => valueOf({ quality: q, spread: 0 })),
      shape,
    ),
    everywhere: models.map((model) => valueOf({ quality: model, spread })),
  })
  return {
    shape,
    panel,
    quality,
    cells,
    truth: { quality: truthBy(limitedQuality), panel: truthBy((output) => expectedScore(panel, output)) },
  }
}

/** Means over prompts, one per model. */
export function meansByModel(values: readonly number[], { models, prompts }: StudyShape): number[] {
  return Array.from({ length: models }, (_, model) => {
    const own = values.slice(model * prompts, (model + 1) * prompts)
    return own.reduce((sum, value) => sum + value, 0) / prompts
  })
}

export function rated(
  panel: readonly SimulatedRater[],
  rater: number,
  { q, random }: { q: number; random: Random },
): number {
  const one = panel[rater]
  if (!one) throw new Error(`no rater ${rater}`)
  return scoreOf(q, one, random)
}

/** Raters for each cell, different ones, everybody as often as everybody else: decks of all raters are dealt out. */
function dealt(cells: number, k: number, { raters, random }: { raters: number; random: Random }): number[][] {
  const all = Array.from({ length: raters }, (_, rater) => rater)
  const hands: number[][] = []
  while (hands.length < cells) {
    const deck = shuffled(all, () => uniformDraw(random))
    for (let at = 0; at + k <= deck.length; at += k) hands.push(deck.slice(at, at + k))
  }
  return shuffled(hands.slice(0, cells), () => uniformDraw(random))
}
