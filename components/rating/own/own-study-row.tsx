import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { buttonClass } from '@/components/ui/button'
import { ProgressBar } from '@/components/ui/progress-bar'
import { Tag } from '@/components/ui/tag'
import type { Progress } from '@/lib/domain/rating/blind-task'
import { whatNext } from '@/lib/domain/rating/what-next'
import { UnsentRatings } from './unsent-ratings'

type Study = Parameters<typeof whatNext>[0] & {
  slug: string
  name: string
  progress: Progress
  draftKey: string
}

/** A study of mine: how far I am, and what is next. Its words have to be in the browser too. */
export function OwnStudyRow({ study }: { study: Study }) {
  const t = useTranslations('rate')
  const calibration = useTranslations('calibration.row')
  const quality = useTranslations('quality.sheet')
  const { slug, name, state, progress, draftKey } = study
  const next = whatNext(study)
  const { done, left } = progress
  // Who was excluded has no desk here: what is left is the own sheet, and the appeal on it.
  const hasEnded = next === 'ended'
  return (
    <li className="grid items-center gap-x-6 gap-y-3 border-b border-line py-4 sm:grid-cols-[1fr_auto]">
      <div className="min-w-0">
        <h2 className="flex flex-wrap items-center gap-2 text-16 leading-6">
          <span className="wrap-anywhere">{name}</span>
          <Tag tone={next === 'rate' || next === 'calibrate' ? 'accent' : 'plain'}>
            {hasEnded ? t('enrolment.excluded') : t(`state.${state}`)}
          </Tag>
        </h2>
        <p className="mt-1 text-13 text-ink-2">
          {done > 0 && next !== 'calibrate' ? `${t('done', { done })} · ` : ''}
          {next === 'calibrate'
            ? calibration(left > 0 ? 'next' : 'stands')
            : next === 'rate'
              ? t('next.left', { left })
              : t(`next.${next}`)}
        </p>
        {hasEnded ? null : <UnsentRatings owner={draftKey} slug={slug} />}
        {done + left > 0 && next === 'rate' ? (
          <ProgressBar
            value={done}
            max={done + left}
            label={t('progress', { name })}
            className="mt-2 max-w-80"
          />
        ) : null}
      </div>
      <div className="flex flex-wrap gap-2">
        {done > 0 && next !== 'calibrate' && !hasEnded ? (
          <Link href={`/rate/${slug}/mine`} className={buttonClass()}>
            {t('mine')}
          </Link>
        ) : null}
        {state === 'draft' ? null : (
          <Link href={`/rate/${slug}/sheet`} className={buttonClass()}>
            {hasEnded && (state === 'open' || state === 'paused' || state === 'closed')
              ? t('sheetAndAppeal')
              : quality('link')}
          </Link>
        )}
        {next === 'calibrate' ? (
          <Link href={`/rate/${slug}`} className={buttonClass(left > 0 ? 'primary' : 'plain')}>
            {calibration(left > 0 ? 'start' : 'look')}
          </Link>
        ) : null}
        {next === 'rate' || next === 'paused' ? (
          <Link href={`/rate/${slug}`} className={buttonClass(next === 'rate' ? 'primary' : 'plain')}>
            {done > 0 ? t('goOn') : t('start')}
          </Link>
        ) : null}
      </div>
    </li>
  )
}
