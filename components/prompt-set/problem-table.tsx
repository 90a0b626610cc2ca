import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/ui/data-table'
import type { Problem } from '@/lib/domain/user-error'
import { useSaid } from './use-said'

type Props = { title: string; problems: Problem[]; count: number }

/** What is wrong, row by row: where, what came, what was expected. */
export function ProblemTable({ title, problems, count }: Props) {
  const t = useTranslations('import.problems')
  const said = useSaid()
  return (
    <>
      <DataTable
        label={title}
        className="max-h-96 overflow-y-auto"
        columns={[
          { head: t('file') },
          { head: t('row'), figures: true },
          { head: t('field') },
          { head: t('got') },
          { head: t('expected') },
        ]}
      >
        {problems.map((problem, index) => (
          <tr key={index}>
            <td className="whitespace-nowrap">{problem.file ?? '–'}</td>
            <td className="num">{problem.row ?? '–'}</td>
            <td className="font-mono text-12">{problem.field ?? '–'}</td>
            <td className="max-w-72 wrap-anywhere">{said(problem.words?.got) ?? problem.got ?? '–'}</td>
            <td className="min-w-48 wrap-anywhere text-ink-2">
              {said(problem.words?.expected) ?? problem.expected}
            </td>
          </tr>
        ))}
      </DataTable>
      {count > problems.length ? (
        <p className="text-13 text-ink-2">{t('more', { count: count - problems.length })}</p>
      ) : null}
    </>
  )
}
