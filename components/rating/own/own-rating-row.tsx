import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Tag } from '@/components/ui/tag'
import { inLocale } from '@/lib/domain/in-locale'
import type { OwnRating } from '@/lib/domain/rating/desk-transport'
import { shownLabels } from '@/lib/domain/rating/shown-label'
import { isShortReason } from '@/components/rating/scoring/reasons'
import { Rendered } from '@/components/rating/reading/rendered'

/** One own rating: when, on what, which scores, and the way to correct it. */
export function OwnRatingRow({ rating, onOpen }: { rating: OwnRating; onOpen: () => void }) {
  const t = useTranslations('desk')
  const locale = useLocale()
  const format = useFormatter()
  const { task } = rating
  const labels = shownLabels(task.outputs.length, locale)
  const when = format.dateTime(new Date(rating.submittedAt), {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  })
  return (
    <li className="grid gap-x-6 gap-y-2 border-b border-line py-3 sm:grid-cols-[1fr_auto]">
      <div className="min-w-0">
        <div aria-hidden className="max-h-12 overflow-hidden text-15 leading-6 *:line-clamp-2">
          <Rendered html={task.prompt.turns[0] ?? ''} language={task.language} />
        </div>
        <p className="mt-1 text-13 text-ink-3">
          <time dateTime={rating.submittedAt}>{when}</time>
          {rating.revision > 1 ? ` · ${t('mine.revision', { n: rating.revision })}` : ''}
        </p>
        <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-13">
          {task.outputs.map(({ label }, index) => {
            const reason = rating.cannotJudge[label]
            const scores = task.rubric.criteria.map((criterion) => (
              <span key={criterion.id} title={inLocale(criterion.name, locale)}>
                {rating.scores[label]?.[criterion.id] ?? '–'}
              </span>
            ))
            return (
              <li key={label} className="flex gap-2">
                <b className="font-semibold">{labels[index]}</b>
                {reason === undefined ? scores : isShortReason(reason) ? t(`reasons.${reason}`) : reason}
              </li>
            )
          })}
        </ul>
      </div>
      <div className="flex items-center gap-3">
        {rating.locked ? <Tag>{t('mine.locked')}</Tag> : null}
        <Button
          onClick={onOpen}
          aria-label={t(rating.locked ? 'mine.readThis' : 'mine.correctThis', { when })}
        >
          {t(rating.locked ? 'mine.read' : 'mine.correct')}
        </Button>
      </div>
    </li>
  )
}
