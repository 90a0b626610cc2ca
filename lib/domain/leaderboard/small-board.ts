import type { ScoreRow } from './rating-row'
import type { BoardSettings, JudgedModelCard } from './settings'

/** Settings and rows for tests, written as short as a test needs them. */
type Sketch = {
  models: Record<string, JudgedModelCard['kind']>
  prompts: Record<string, string[]>
  weights: Record<string, number>
  abilities: { path: string; weight: number }[]
}

const unknown = {
  organization: null,
  type: null,
  access: null,
  parametersB: null,
  architecture: null,
  license: null,
  precision: null,
  url: null,
  description: null,
  aliases: [],
  caveat: null,
}

export function settingsFor({ models, prompts, weights, abilities }: Sketch): BoardSettings {
  return {
    study: { slug: 'small', name: 'Small', languages: ['zh'] },
    method: {
      method: 'absolute',
      source: 'desk',
      rule: 'median',
      toleranceSteps: 1,
      ratingsPerTask: 3,
      aggregation: 'abilities',
      seed: 1,
      resamples: 400,
      intervalLevel: 0.95,
      rubricVersion: 1,
      protocolVersion: 1,
    },
    criteria: Object.entries(weights).map(([id, weight]) => ({
      id,
      name: id,
      minimum: 1,
      maximum: 5,
      step: 1,
      weight,
      inTotal: true,
    })),
    abilities: abilities.map((each) => ({ ...each, inTotal: true, reason: null })),
    models: Object.entries(models).map(([id, kind]) => ({ id, name: id.toUpperCase(), kind, ...unknown })),
    prompts: Object.entries(prompts).map(([id, tags]) => ({ id, abilities: tags })),
    outputs: Object.keys(models).length * Object.keys(prompts).length,
  }
}

export function scoreRow(
  row: Pick<ScoreRow, 'prompt' | 'model' | 'criterion' | 'score' | 'rater'>,
): ScoreRow {
  const own = { rating_id: `${row.prompt} by ${row.rater}`, kind: 'live' }
  return { ...row, ...own, counts: row.score !== null, reason: null }
}
