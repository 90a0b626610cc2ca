import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { BoardFilters, type FilterSelect } from './board-filters'
import { boardHref, type BoardQuery } from './board-query'
import type { ModelRow } from './board-view'
import { useModelWords } from './model-words'

type Props = { path: string; query: BoardQuery; rows: ModelRow[]; files: string }

/** What is shown, which models, and the files to take away. */
export function BoardToolbar({ path, query, rows, files }: Props) {
  const t = useTranslations('leaderboards')
  const words = useModelWords()
  const select = (
    name: 'type' | 'organization' | 'access',
    label: string,
    word: (value: string) => string,
  ): FilterSelect => {
    const values = [...new Set(rows.flatMap((row) => row[name] ?? []))]
    return {
      name,
      label,
      value: query[name],
      options: values.map((value) => ({ value, label: word(value) })),
    }
  }
  const selects = [
    select('type', t('anyType'), words.type),
    select('organization', t('anyOrganization'), (value) => value),
    select('access', t('anyAccess'), words.access),
  ].filter(({ options, value }) => options.length > 1 || value)
  const kept = boardHref('', { ...query, type: '', organization: '', access: '', text: '' })
  const choice = (change: Partial<BoardQuery>, text: string, on: boolean) => (
    <Link
      href={boardHref(path, query, change)}
      scroll={false}
      prefetch={false}
      aria-current={on ? 'true' : undefined}
      className={buttonClass(on ? 'chosen' : 'plain')}
    >
      {text}
    </Link>
  )
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      {choice({ view: 'abilities', sort: 'total' }, t('byAbility'), query.view === 'abilities')}
      {choice({ view: 'criteria', sort: 'total' }, t('byCriterion'), query.view === 'criteria')}
      <BoardFilters
        path={path}
        selects={selects}
        text={query.text}
        words={{ search: t('search'), hint: t('searchHint'), apply: t('apply') }}
        keep={Object.fromEntries(new URLSearchParams(kept))}
      />
      <span className="flex flex-wrap gap-2 sm:ml-auto">
        {choice(
          { layout: query.layout === 'cards' ? 'table' : 'cards' },
          t('cards'),
          query.layout === 'cards',
        )}
        <a href={`${files}/board.csv`} download className={buttonClass()}>
          {t('downloadCsv')}
        </a>
        <a href={files} download={`board.json`} className={buttonClass()}>
          {t('downloadJson')}
        </a>
      </span>
    </div>
  )
}
