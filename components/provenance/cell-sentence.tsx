import { useFormatter, useTranslations } from 'next-intl'
import type { CellProvenance } from '@/lib/domain/quality/views/provenance-view'

/** The whole chain in one sentence: how many spoke, how many count, by what rule, to what. */
export function CellSentence({ cell }: { cell: CellProvenance }) {
  const t = useTranslations('provenance')
  const format = useFormatter()
  const { record, ratings } = cell
  const { by, value, counting, rule } = record
  const all = new Set(ratings.map(({ ratingId }) => ratingId)).size
  const number = value === null ? '' : format.number(value, { maximumFractionDigits: 3 })
  const values = counting.map(({ value: one }) => format.number(one)).join(t('between'))
  return (
    <p className="mb-4 flex flex-wrap items-baseline gap-x-4">
      <span className="text-[40px] leading-[48px] font-semibold">{number || '–'}</span>
      <span className="max-w-prose flex-1 basis-64 text-14 text-ink-2">
        {by === null
          ? t(`sentences.${record.status === 'incomplete' ? 'incomplete' : 'waiting'}`, { all })
          : t(`sentences.${by}`, {
              all,
              counting: counting.length,
              rule: t(`rules.${rule}`),
              values,
              number,
            })}
      </span>
    </p>
  )
}
