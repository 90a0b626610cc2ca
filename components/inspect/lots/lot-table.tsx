import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { DataTable } from '@/components/ui/data-table'
import { Day } from '@/components/ui/day'
import { Tag } from '@/components/ui/tag'
import type { LotRow } from '@/lib/domain/quality/views/lot-view'
import { errorsOf } from './errors-of'
import { LotState } from './lot-state'

type Props = { slug: string; lots: LotRow[] }

/** All lots of a study, those that wait first: day, size, how far, errors so far against those allowed. */
export function LotTable({ slug, lots }: Props) {
  const t = useTranslations('inspect.lots')
  const waiting = lots.filter(({ state }) => state === 'drawn')
  const decided = lots.filter(({ state }) => state !== 'drawn')
  return (
    <DataTable
      label={t('title')}
      columns={[
        { head: t('lot') },
        { head: t('stateHead') },
        { head: t('age') },
        { head: t('size'), figures: true },
        { head: t('sample'), figures: true },
        { head: t('errors'), figures: true },
        { head: t('planHead') },
      ]}
    >
      {[...waiting, ...decided].map((lot) => (
        <LotLine key={lot.id} slug={slug} lot={lot} />
      ))}
    </DataTable>
  )
}

function LotLine({ slug, lot }: { slug: string; lot: LotRow }) {
  const t = useTranslations('inspect.lots')
  const format = useFormatter()
  const { plan, standing } = lot
  const percent = (value: number) => format.number(value, { style: 'percent', maximumFractionDigits: 1 })
  return (
    <tr>
      <th scope="row" className="whitespace-nowrap">
        <Link href={`/inspect/${slug}/lots/${lot.id}`} className="link">
          {t('number', { number: lot.number })}
        </Link>{' '}
        {lot.byHand ? <Tag>{t('byHand')}</Tag> : null}
      </th>
      <td>
        <LotState lot={lot} /> {isLeft(lot) ? <Tag>{t('forOthers')}</Tag> : null}
      </td>
      <td className="whitespace-nowrap">
        <Day at={lot.createdAt} />
      </td>
      <td className="num">{plan.lotSize}</td>
      <td className="num">
        {standing.inspected} / {standing.inspected + standing.left}
      </td>
      <td className="num">{t('errorsAgainst', errorsOf(standing))}</td>
      <td className="min-w-52 text-ink-2">
        {t('planShort', { level: plan.level, sample: plan.sample, limit: percent(plan.maxError) })}
      </td>
    </tr>
  )
}

/** It waits, and not for this inspector. */
const isLeft = ({ state, forOthers }: LotRow) => state === 'drawn' && forOthers
