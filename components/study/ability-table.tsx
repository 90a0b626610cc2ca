import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/ui/data-table'
import { Tag } from '@/components/ui/tag'
import type { AbilityProgress } from '@/lib/domain/study/progress'
import { ReachedBar } from './reached-bar'

type Props = { rows: (AbilityProgress & { inTotal: boolean })[] }

/** Progress by ability: how many tasks have had 0, 1 … k ratings. */
export function AbilityTable({ rows }: Props) {
  const t = useTranslations('study.abilities')
  return (
    <DataTable
      label={t('title')}
      columns={[
        { head: t('ability') },
        { head: t('tasks'), figures: true },
        { head: t('complete'), figures: true },
        { head: t('reached'), className: 'w-1/3' },
        { head: t('byCount') },
      ]}
    >
      {rows.map((row) => (
        <AbilityRow key={row.path} row={row} />
      ))}
    </DataTable>
  )
}

function AbilityRow({ row }: { row: Props['rows'][number] }) {
  const t = useTranslations('study.abilities')
  const complete = row.reached.at(-1) ?? 0
  const counts = row.reached.map((tasks, ratings) => t('withRatings', { ratings, tasks })).join(' · ')
  return (
    <tr>
      <th scope="row" className="min-w-32">
        {row.path} {row.inTotal ? null : <Tag>{t('notInTotal')}</Tag>}
      </th>
      <td className="num">{row.tasks}</td>
      <td className="num">{row.tasks === 0 ? '–' : `${Math.floor((complete / row.tasks) * 100)} %`}</td>
      <td>
        <ReachedBar
          reached={row.reached}
          tasks={row.tasks}
          label={t('bar', { path: row.path, complete, tasks: row.tasks })}
        />
      </td>
      <td className="text-12 whitespace-nowrap text-ink-3">{counts}</td>
    </tr>
  )
}
