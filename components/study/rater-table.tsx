import { useFormatter, useTranslations } from 'next-intl'
import { TableFrame } from '@/components/ui/data-table'
import { Tag } from '@/components/ui/tag'

export type RaterLine = {
  accountId: string
  pseudonym: string
  name: string | null
  login: string | null
  state: 'invited' | 'calibrating' | 'active' | 'paused' | 'excluded' | 'finished'
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
    <TableFrame label={t('title')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('rater')}</th>
            <th scope="col">{t('pseudonym')}</th>
            <th scope="col">{t('state')}</th>
            <th scope="col" className="num">
              {t('done')}
            </th>
            <th scope="col" className="num">
              {t('leased')}
            </th>
            <th scope="col" className="num">
              {t('seconds')}
            </th>
            <th scope="col">{t('last')}</th>
          </tr>
        </thead>
        <tbody>
          {raters.map((rater) => (
            <RaterRow key={rater.accountId} rater={rater} now={now} />
          ))}
        </tbody>
      </table>
    </TableFrame>
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
        {rater.disabled ? <Tag tone="stop">{t('disabled')}</Tag> : <Tag>{t(`states.${rater.state}`)}</Tag>}
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
