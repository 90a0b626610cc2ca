import { useFormatter } from 'next-intl'
import type { Axis } from '@/components/chart/axis'
import type { Figure } from '@/lib/domain/leaderboard/board'

/** Two decimals on short scales, one on scales like 0–100: as many as the eye can use. */
export function useScoreFormat(axis: Axis | null) {
  const format = useFormatter()
  const digits = axis && Math.abs(axis.max) > 20 ? 1 : 2
  const score = (value: number) =>
    format.number(value, { minimumFractionDigits: digits, maximumFractionDigits: digits })
  const interval = ({ low, high }: Pick<Figure, 'low' | 'high'>) =>
    low === null || high === null ? '' : `[${score(low)}, ${score(high)}]`
  const tick = (value: number) => format.number(value, { maximumFractionDigits: 2 })
  return { score, interval, tick }
}
