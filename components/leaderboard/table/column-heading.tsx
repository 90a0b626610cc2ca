import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { AxisLabels } from '@/components/chart/axis-labels'
import { classes } from '@/components/ui/classes'
import { boardHref, sortedBy, type BoardQuery } from './board-query'
import type { BoardColumn } from '@/components/leaderboard/board-view'
import { useScoreFormat } from './score-format'

type Sorting = { path: string; query: BoardQuery }

type HeadingProps = Sorting & { column: string; className?: string; children: ReactNode; below?: ReactNode }

/** A heading that sorts by its column; the address says so, and so does aria-sort. */
export function SortHeading({ path, query, column, className, children, below }: HeadingProps) {
  const sorted = query.sort === column
  return (
    <th
      scope="col"
      className={className}
      aria-sort={sorted ? (query.descending ? 'descending' : 'ascending') : undefined}
    >
      <Link
        href={boardHref(path, query, sortedBy(query, column))}
        scroll={false}
        prefetch={false}
        className="inline-flex gap-1 hover:text-ink hover:underline hover:underline-offset-4"
      >
        {children}
        {sorted ? <span aria-hidden>{query.descending ? '↓' : '↑'}</span> : null}
      </Link>
      {below}
    </th>
  )
}

/** A column of figures: its name, whether it is in the total, and its axis. */
export function FigureHeading({ path, query, column }: Sorting & { column: BoardColumn }) {
  const t = useTranslations('leaderboards')
  const { tick } = useScoreFormat(column.axis)
  const below = (
    <>
      {column.inTotal ? null : (
        <span className="ml-2 text-12 font-normal text-ink-3" title={column.reason ?? undefined}>
          {t('notInTotal')}
        </span>
      )}
      <span className="flex gap-2">
        <span className="w-10 shrink-0" />
        <span className={column.key === 'total' ? 'min-w-44 flex-1' : 'min-w-22 flex-1'}>
          {column.axis ? <AxisLabels axis={column.axis} label={tick} /> : null}
        </span>
      </span>
    </>
  )
  return (
    <SortHeading
      path={path}
      query={query}
      column={column.key}
      className={classes(!column.inTotal && 'not-in-total')}
      below={below}
    >
      {column.name}
    </SortHeading>
  )
}
