import { useTranslations } from 'next-intl'
import type { ModelRow } from '@/components/leaderboard/board-view'
import { MissingValue } from './missing-value'

/** All ranks that the ratings leave open; models with the same range cannot be told apart. */
export function RankRange({ row }: { row: Pick<ModelRow, 'kind' | 'rankRange'> }) {
  const t = useTranslations('leaderboards')
  if (!row.rankRange) return <MissingValue reason={t(row.kind === 'model' ? 'missingRank' : 'unranked')} />
  const [best, worst] = row.rankRange
  return best === worst ? best : `${best}–${worst}`
}
