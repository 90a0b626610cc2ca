import { useFormatter, useTranslations } from 'next-intl'
import { inLocale, type Locale } from '@/lib/domain/localized'
import type { ReleaseFacts } from './release-facts'

export type Fact = [term: string, text: string]

/** The sentences of the method card that also stand behind every single number. */
export function useMethodFacts({ content }: ReleaseFacts, locale: Locale): Fact[] {
  const t = useTranslations('leaderboards')
  const settling = useTranslations('provenance')
  const format = useFormatter()
  const { method, criteria } = content
  const tolerance = method.toleranceSteps
  const rule = t(`rules.${method.rule}`)
  const agreed =
    method.source === 'imported'
      ? t('agreedImported', { rule })
      : tolerance === null
        ? t('agreedPlain', { rule, count: method.ratingsPerTask })
        : method.arbitration?.unit === 'marks'
          ? settling('agreedWithinMarks', { rule, count: method.ratingsPerTask, tolerance })
          : t('agreedWithin', { rule, count: method.ratingsPerTask, tolerance })
  const { settled_by, extra_ratings: count } = method.arbitration ?? { settled_by: null, extra_ratings: 0 }
  // Nothing is ever in dispute where no tolerance is asked for.
  const settled =
    settled_by === null || tolerance === null
      ? ''
      : settling(settled_by === 'majority' ? 'settlingMajority' : 'settlingNearest', { count })
  const names = format.list(criteria.map(({ name }) => inLocale(name, locale)))
  return [
    [t('agreedBy'), agreed],
    [settling('settling'), settled],
    [t('rubric'), t('rubricText', { version: method.rubricVersion, names })],
    [
      t('interval'),
      t('intervalText', {
        level: format.number(method.intervalLevel, { style: 'percent' }),
        resamples: method.resamples,
        seed: String(method.seed),
      }),
    ],
  ]
}
