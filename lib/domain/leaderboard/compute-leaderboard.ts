import { alphaFigure, prepareAlpha } from './agreement'
import { hasMixedScales, prepareAggregate } from './aggregate'
import { bootstrapFigures } from './bootstrap'
import { promptCounts, totalPrompts } from './prompt-counts'
import { boardRows } from './rows'
import { gatesOf, type GateInputs } from './gates'
import type { BoardRow, Caveat, Evidence, FrozenBoard } from './board'
import type { Judged } from './cells'
import type { BoardSettings } from './settings'

/**
 * The leaderboard of an absolute study: a pure function of judged cells, settings and the seed within them. The same
 * input gives the same board, bit by bit, on every machine.
 */
export function computeLeaderboard(
  settings: BoardSettings,
  judged: Judged,
  beside: GateInputs = {},
): FrozenBoard {
  const { method, prompts, criteria } = settings
  const aggregate = prepareAggregate(settings, judged.cells)
  const alphas = criteria.map((_, criterion) => prepareAlpha(judged.cells, criterion))
  const figuresOf = (counts: ArrayLike<number>) => {
    const scores = aggregate(counts)
    const all = new Float64Array(scores.length + alphas.length)
    all.set(scores)
    alphas.forEach((alpha, place) => (all[scores.length + place] = alpha.of(counts)))
    return all
  }
  const plan = { prompts: prompts.length, seed: method.seed, resamples: method.resamples }
  const figures = figuresOf(new Uint8Array(prompts.length).fill(1))
  const samples = bootstrapFigures(plan, figuresOf)
  const counts = promptCounts(settings, judged.cells)
  const rows = boardRows(settings, { figures, counts, samples }, judged.cells)
  const alpha = Object.fromEntries(
    alphas.map(({ size }, place) => {
      const at = counts.length + place
      const sampled = {
        samples: samples[at] ?? new Float64Array(),
        size,
        intervalLevel: method.intervalLevel,
      }
      return [criteria[place]?.id ?? '', alphaFigure(figures[at] ?? Number.NaN, sampled)]
    }),
  )
  return {
    study: settings.study.slug,
    method: method.method,
    seed: method.seed,
    rows,
    evidence: evidenceOf(settings, judged, alpha),
    gates: gatesOf(settings, judged, { alpha, ...beside }),
    caveats: caveatsOf(settings, judged, rows),
  }
}

function evidenceOf(settings: BoardSettings, judged: Judged, alpha: Evidence['alpha']): Evidence {
  return {
    models: settings.models.length,
    prompts: settings.prompts.length,
    outputs: settings.outputs,
    raters: judged.raters,
    ratings: judged.ratings,
    scores: judged.scores,
    alpha,
  }
}

/** Below this many prompts a bootstrap interval is too narrow to be relied on. */
const fewPrompts = 10

function caveatsOf(settings: BoardSettings, judged: Judged, rows: readonly BoardRow[]): Caveat[] {
  const withStatus = (status: string) =>
    judged.cells.filter(({ agreement }) => agreement.status === status).length
  const [disputed, incomplete] = [withStatus('needs_arbitration'), withStatus('incomplete')]
  const unrated = settings.outputs * settings.criteria.length - judged.cells.length
  const missing = rows.filter(({ score }) => score === null).length
  const behindTotal = [...totalPrompts(settings)].length
  const caveats: (Caveat & { holds: boolean })[] = [
    { id: 'mixed-scales', count: null, holds: hasMixedScales(settings) },
    { id: 'no-abilities', count: null, holds: settings.abilities.length === 0 },
    { id: 'needs-arbitration', count: disputed, holds: disputed > 0 },
    { id: 'incomplete', count: incomplete + unrated, holds: incomplete + unrated > 0 },
    { id: 'missing-total', count: missing, holds: missing > 0 },
    { id: 'few-prompts', count: behindTotal, holds: behindTotal < fewPrompts },
  ]
  return caveats.flatMap(({ holds, id, count }) => (holds ? [{ id, count }] : []))
}
