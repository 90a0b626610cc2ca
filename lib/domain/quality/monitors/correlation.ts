import { meansOf, type Moments } from './moments'
import { inUnit, nothingYet, readingOf, type Looking, type Reading } from './signal'

/**
 * Pearson's correlation over cells, −1 … 1, from moments whose first parts are count, x, y, xy, y², x² per task. The
 * interval goes by tasks, as the cells of a task are not independent; its gradient is the correlation's influence
 * function (Devlin, Gnanadesikan & Kettenring 1975). No value where x or y does not vary.
 */
export function correlationOf(moments: Moments, looking: Looking): Reading {
  if (moments.n < 2) return nothingYet(moments.n)
  const [count = 1, ...sums] = meansOf(moments)
  const [x = 0, y = 0, xy = 0, yy = 0, xx = 0] = sums.map((sum) => sum / count)
  const [varianceX, varianceY] = [xx - x * x, yy - y * y]
  if (!(varianceX > 1e-9 && varianceY > 1e-9)) return nothingYet(moments.n)
  const both = Math.sqrt(varianceX * varianceY)
  const value = (xy - x * y) / both
  const half = value / 2
  const gradient = [
    (x * y) / both - half * ((x * x) / varianceX + (y * y) / varianceY),
    (value * x) / varianceX - y / both,
    (value * y) / varianceY - x / both,
    1 / both,
    -half / varianceY,
    -half / varianceX,
  ].map((slope) => slope / count)
  return inUnit(readingOf(moments, { value, gradient }, looking), (r) => Math.min(1, Math.max(-1, r)))
}
