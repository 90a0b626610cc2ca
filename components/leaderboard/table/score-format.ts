import { useFormatter } from 'next-intl'
import type { Axis } from '@/components/chart/axis'
import type { Figure } from '@/lib/domain/leaderboard/board'

export function useScoreFormat(axis: Axis | null) {
  return scoreFormat(useFormatter(), axis)
}

/** Two decimals on short scales, one on scales like 0–100: as many as the eye can use. */
export function scoreFormat(format: ReturnType<typeof useFormatter>, axis: Axis | null) {
  const digits = axis && Math.abs(axis.max) > 20 ? 1 : 2
  const score = (value: number) =>
    format.number(value, { minimumFractionDigits: digits, maximumFractionDigits: digits })
  const interval = ({ low, high }: Pick<Figure, 'low' | 'high'>) =>
    low === null || high === null ? '' : `[${score(low)}, ${score(high)}]`
  const tick = (value: number) => format.number(value, { maximumFractionDigits: 2 })
  return { score, interval, tick }
}
