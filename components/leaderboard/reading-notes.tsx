import { useFormatter, useTranslations } from 'next-intl'
import { groupBy } from '@/lib/domain/group-by'
import type { BoardColumn } from './board-view'
import type { ReleaseFacts } from './release-facts'

type Props = { release: ReleaseFacts; leftOut: BoardColumn[] }

/** How to read the board, and what to keep in mind about this one. */
export function ReadingNotes({ release, leftOut }: Props) {
  const t = useTranslations('leaderboards')
  const format = useFormatter()
  const notes = groupBy(
    release.content.models.filter((model) => model.caveat),
    (model) => model.caveat ?? '',
  )
  return (
    <section aria-labelledby="reading-title" className="flex flex-col gap-2 text-13 text-ink-2">
      <h2 id="reading-title" className="text-14 text-ink">
        {t('howToRead')}
      </h2>
      <p>{t('readRanks')}</p>
      <p>{t('readIntervals')}</p>
      <p>{t('readMissing')}</p>
      {leftOut.map((column) => (
        <p key={column.key}>
          {column.reason
            ? t('readLeftOutReason', { name: column.name, reason: column.reason })
            : t('readLeftOut', { name: column.name })}
        </p>
      ))}
      {release.content.board.caveats.map(({ id, count }) => (
        <p key={id}>{t(`caveats.${id}`, { count: count ?? 0 })}</p>
      ))}
      {[...notes].map(([caveat, models]) => (
        <p key={caveat}>
          † {format.list(models.map((model) => model.name))}: {caveat}
        </p>
      ))}
    </section>
  )
}
