import { useFormatter, useTranslations } from 'next-intl'
import { EnrolmentTag } from '@/components/quality/enrolment-tag'
import { DataTable } from '@/components/ui/data-table'
import { Tag } from '@/components/ui/tag'
import type { EnrolmentState } from '@/lib/domain/quality/views/rater-view'

export type RaterLine = {
  accountId: string
  pseudonym: string
  name: string | null
  login: string | null
  state: EnrolmentState
  disabled: boolean
  done: number
  leased: number
  secondsPerTask: number | null
  lastAt: Date | null
}

/** Who takes part and how the work goes. What anybody scored is not here. */
export function RaterTable({ raters, now }: { raters: RaterLine[]; now: Date }) {
  const t = useTranslations('study.raters')
  return (
    <DataTable
      label={t('title')}
      columns={[
        { head: t('rater') },
        { head: t('pseudonym') },
        { head: t('state') },
        { head: t('done'), figures: true },
        { head: t('leased'), figures: true },
        { head: t('seconds'), figures: true },
        { head: t('last') },
      ]}
    >
      {raters.map((rater) => (
        <RaterRow key={rater.accountId} rater={rater} now={now} />
      ))}
    </DataTable>
  )
}

function RaterRow({ rater, now }: { rater: RaterLine; now: Date }) {
  const t = useTranslations('study.raters')
  const format = useFormatter()
  return (
    <tr>
      <th scope="row" className="min-w-32">
        {rater.name ?? <span className="text-ink-3">{t('erased')}</span>}
        {rater.login ? <div className="text-12 font-normal text-ink-3">{rater.login}</div> : null}
      </th>
      <td className="font-mono text-12 whitespace-nowrap">{rater.pseudonym}</td>
      <td>
        {rater.disabled ? <Tag tone="stop">{t('disabled')}</Tag> : <EnrolmentTag state={rater.state} />}
      </td>
      <td className="num">{format.number(rater.done)}</td>
      <td className="num">{format.number(rater.leased)}</td>
      <td className="num">
        {rater.secondsPerTask === null
          ? '–'
          : format.number(rater.secondsPerTask, { maximumFractionDigits: 0 })}
      </td>
      <td className="whitespace-nowrap text-ink-2">
        {rater.lastAt ? format.relativeTime(rater.lastAt, now) : t('never')}
      </td>
    </tr>
  )
}
