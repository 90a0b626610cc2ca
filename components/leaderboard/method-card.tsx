import { useFormatter, useTranslations } from 'next-intl'
import { inLocale, type Locale } from '@/lib/domain/localized'
import { useMethodFacts, type Fact } from './method-facts'
import type { ReleaseFacts } from './release-facts'

/** Every setting that the figures depend on, apart from the ratings themselves. */
export function MethodCard({ release, locale }: { release: ReleaseFacts; locale: Locale }) {
  const t = useTranslations('leaderboards')
  const format = useFormatter()
  const { method, criteria, abilities } = release.content
  const weights = (parts: { name: string; weight: number; inTotal: boolean }[]) =>
    format.list(
      parts.map(({ name, weight, inTotal }) =>
        inTotal ? t('weighted', { name, weight }) : t('weightedNot', { name }),
      ),
    )
  const facts: Fact[] = [
    [t('source'), t(`sources.${method.source}`)],
    ...useMethodFacts(release, locale),
    [t('criterionWeights'), weights(criteria.map((one) => ({ ...one, name: inLocale(one.name, locale) })))],
    [t('abilityWeights'), weights(abilities.map((one) => ({ ...one, name: one.path })))],
    [t('totalIs'), t(`aggregations.${method.aggregation}`)],
    [t('rankIs'), t('rankText')],
    [t('protocol'), t('protocolText', { version: method.protocolVersion })],
  ]
  return (
    <section id="method" aria-labelledby="method-title" className="text-13">
      <h2 id="method-title" className="mb-2 text-14">
        {t('methodCard')}
      </h2>
      <dl className="border border-line bg-sheet">
        {facts
          .filter(([, text]) => text)
          .map(([term, text]) => (
            <div
              key={term}
              className="grid gap-x-4 border-b border-line px-4 py-2 last:border-b-0 sm:grid-cols-[160px_1fr]"
            >
              <dt className="text-ink-3">{term}</dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
    </section>
  )
}
