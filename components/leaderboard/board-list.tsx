import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Tag } from '@/components/ui/tag'
import { boardHref, unfiltered } from './table/board-query'

export type ListedBoard = {
  slug: string
  name: string
  sample: boolean
  release: number
  publishedAt: Date
  models: number
  prompts: number
  raters: number
}

/** Every published board with what stands behind it. */
export function BoardList({ boards, lang }: { boards: ListedBoard[]; lang: string }) {
  const t = useTranslations('leaderboards')
  if (boards.length === 0) return <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
  return (
    <DataTable
      label={t('title')}
      columns={[
        { head: t('board') },
        { head: t('published') },
        { head: t('models'), figures: true },
        { head: t('prompts'), figures: true },
        { head: t('rater'), figures: true },
      ]}
    >
      {boards.map((board) => (
        <BoardLine key={board.slug} board={board} lang={lang} />
      ))}
    </DataTable>
  )
}

function BoardLine({ board, lang }: { board: ListedBoard; lang: string }) {
  const t = useTranslations('leaderboards')
  const format = useFormatter()
  return (
    <tr>
      <th scope="row" className="min-w-40">
        <Link className="link" href={boardHref(`/leaderboards/${board.slug}`, { ...unfiltered, lang })}>
          {board.name}
        </Link>{' '}
        {board.sample ? <Tag tone="notice">{t('sample')}</Tag> : null}
      </th>
      <td className="whitespace-nowrap">
        {t('releaseLine', {
          number: board.release,
          date: format.dateTime(board.publishedAt, { dateStyle: 'medium' }),
        })}
      </td>
      <td className="num">{format.number(board.models)}</td>
      <td className="num">{format.number(board.prompts)}</td>
      <td className="num">{format.number(board.raters)}</td>
    </tr>
  )
}
