import type { Comparisons } from '@/lib/stats/comparisons/comparisons'
import { indexDraw, normalDraw, uniformDraw } from '@/lib/stats/random/draws'
import { seededRandom, type Random } from '@/lib/stats/random/seeded-random'

export type ComparisonModel = {
  seed: number
  prompts: number
  /** Log-odds, one per model. */
  strengths: readonly number[]
  /** How many comparisons each prompt gets, each of a random pair on random sides. */
  perPrompt: number
  /** How far a model's strength differs from one prompt to the next, standard deviation: what a prompt's comparisons
   *  have in common. */
  promptSpread: number
  /** ln κ of Rao and Kupper: what differs by less is a tie. */
  threshold: number
}

/** Comparisons by the model of Rao and Kupper, whose strengths differ between prompts. */
export function comparedPopulation(model: ComparisonModel): Comparisons {
  const random = seededRandom(model.seed)
  return drawComparisons(model, random)
}

export function drawComparisons(model: ComparisonModel, random: Random): Comparisons {
  const { prompts, strengths, perPrompt, promptSpread, threshold } = model
  const rows = prompts * perPrompt
  const left = new Int32Array(rows)
  const right = new Int32Array(rows)
  const verdict = new Int8Array(rows)
  for (let row = 0, here = new Float64Array(0); row < rows; row += 1) {
    if (row % perPrompt === 0)
      here = Float64Array.from(strengths, (strength) => strength + promptSpread * normalDraw(random))
    const a = indexDraw(here.length, random)
    const b = (a + 1 + indexDraw(here.length - 1, random)) % here.length
    const u = uniformDraw(random)
    const felt = (here[a] ?? 0) - (here[b] ?? 0) + Math.log(u / (1 - u))
    left[row] = a
    right[row] = b
    verdict[row] = felt > threshold ? 1 : felt < -threshold ? -1 : 0
  }
  const prompt = Int32Array.from({ length: rows }, (_, row) => Math.floor(row / perPrompt))
  return { models: strengths.length, prompts, left, right, prompt, verdict }
}

/** A study: prompts drawn from the population with replacement, each with all its comparisons. */
export function drawPrompts(population: Comparisons, prompts: number, random: Random): Comparisons {
  const perPrompt = population.verdict.length / population.prompts
  const rows = prompts * perPrompt
  const study = {
    models: population.models,
    prompts,
    left: new Int32Array(rows),
    right: new Int32Array(rows),
    prompt: Int32Array.from({ length: rows }, (_, row) => Math.floor(row / perPrompt)),
    verdict: new Int8Array(rows),
  }
  for (let prompt = 0; prompt < prompts; prompt += 1) {
    const from = indexDraw(population.prompts, random) * perPrompt
    for (const column of ['left', 'right', 'verdict'] as const)
      study[column].set(population[column].subarray(from, from + perPrompt), prompt * perPrompt)
  }
  return study
}
