import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/ui/empty-state'
import { BoardCards } from './table/board-cards'
import { boardHref, unfiltered, type BoardQuery } from './table/board-query'
import { BoardTable } from './table/board-table'
import { BoardToolbar } from './table/board-toolbar'
import type { BoardView } from './board-view'
import { useFigureParts } from './figure-parts'
import { NumberOrigins } from './number-origins'
import { visibleRows } from './table/visible-rows'

type Props = {
  label: string
  path: string
  files: string
  query: BoardQuery
  view: BoardView
  facts: [string, string][]
  /** Where cells can be looked into, for those who may. */
  cells: string | null
}

/** The figures with their tools, as a table or as cards. */
export function BoardSection({ label, path, files, query, view, facts, cells }: Props) {
  const t = useTranslations('leaderboards')
  const provenance = useTranslations('provenance')
  const parts = useFigureParts(view)
  const columns = [view.total, ...view[query.view]]
  const rows = visibleRows(view.rows, query)
  const shown = rows.ranked.length + rows.references.length
  const all = boardHref(path, { ...unfiltered, view: query.view, layout: query.layout, lang: query.lang })
  const everything = (
    <Link href={all} scroll={false} className="link">
      {t('showAll')}
    </Link>
  )
  return (
    <div className="mb-8">
      <BoardToolbar path={path} query={query} rows={view.rows} files={files} />
      <p role="status" className={shown < view.rows.length ? 'mb-2 text-13 text-ink-2' : 'sr-only'}>
        {t('modelsShown', { shown, count: view.rows.length })} {shown < view.rows.length ? everything : null}
      </p>
      {shown === 0 ? (
        <EmptyState title={t('noneMatch')}>{everything}</EmptyState>
      ) : (
        <NumberOrigins
          facts={facts}
          words={{
            prompts: t('originAnswers'),
            leftOut: t('originLeftOutTerm'),
            parts: t('originParts'),
            score: t('originScore'),
            interval: t('interval'),
          }}
          parts={parts}
          cells={cells === null ? null : { path: cells, text: provenance('onBoard') }}
          more={
            <a className="link" href="#method">
              {t('methodCard')}
            </a>
          }
        >
          {query.layout === 'cards' ? (
            <BoardCards columns={columns} rows={rows} />
          ) : (
            <BoardTable label={label} path={path} query={query} columns={columns} rows={rows} />
          )}
        </NumberOrigins>
      )}
    </div>
  )
}
