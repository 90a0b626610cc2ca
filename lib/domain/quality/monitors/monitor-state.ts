import { z } from 'zod'
import { scaleValues, type ScaleShape } from '@/lib/domain/study/scale'
import { comparisonParts } from './comparison'
import { drift, noDrift } from './drift'
import { share } from './known-answers'
import { moments, noMoments } from './moments'
import { noPaces } from './pace'
import { noPattern, pattern } from './pattern'
import { noRun, run } from './run'
import { noTrace, trace } from './trace'

/**
 * All that the monitors of one rater in one study remember. Its size does not grow with the work; it is plain data, and
 * the schema reads it back from where it was kept.
 */
export const monitorState = z.object({
  version: z.literal(1),
  scales: z.record(z.string(), z.object({ min: z.number(), max: z.number(), step: z.number() })),
  /** Own tasks so far. */
  tasks: z.number(),
  compared: moments,
  neighbours: moments,
  drift,
  trace,
  halo: moments,
  paces: z.array(z.number()),
  levels: z.record(z.string(), z.array(z.number())),
  run,
  pattern,
  goldErrors: share,
  goldBias: moments,
  repeats: share,
})
export type MonitorState = z.infer<typeof monitorState>

/** Before the first rating; also after a recalibration, from where a rater is judged anew (and may be wrongly flagged anew). */
export function startMonitors(scales: Readonly<Record<string, ScaleShape>>): MonitorState {
  const entries = Object.entries(scales)
  return {
    version: 1,
    scales: Object.fromEntries(entries.map(([id, { min, max, step }]) => [id, { min, max, step }])),
    tasks: 0,
    compared: noMoments(comparisonParts.length),
    neighbours: noMoments(2),
    drift: noDrift(),
    trace: noTrace(),
    halo: noMoments(6),
    paces: noPaces(),
    levels: Object.fromEntries(entries.map(([id, scale]) => [id, scaleValues(scale).map(() => 0)])),
    run: noRun(),
    pattern: noPattern(),
    goldErrors: { n: 0, sum: 0 },
    goldBias: noMoments(2),
    repeats: { n: 0, sum: 0 },
  }
}
