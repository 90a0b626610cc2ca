import { useTranslations } from 'next-intl'
import type { BoardColumn } from './board-view'
import type { ReleaseFacts } from './release-facts'

type Props = { release: ReleaseFacts; leftOut: BoardColumn[] }

/** How to read the board, and what to keep in mind about this one. */
export function ReadingNotes({ release, leftOut }: Props) {
  const t = useTranslations('leaderboards')
  const notes = release.content.models.filter((model) => model.caveat)
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
      {notes.map((model) => (
        <p key={model.id}>
          † {model.name}: {model.caveat}
        </p>
      ))}
    </section>
  )
}
