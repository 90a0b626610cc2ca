import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { BoardFilters, type FilterSelect } from './board-filters'
import { boardHref, unfiltered, type BoardQuery } from './board-query'
import type { ModelRow } from '@/components/leaderboard/board-view'
import { modelSizes, sizeOf } from './model-size'
import { useModelWords } from '@/components/leaderboard/model-words'

type Props = { path: string; query: BoardQuery; rows: ModelRow[]; files: string }

/** What is shown, which models, and the files to take away. */
export function BoardToolbar({ path, query, rows, files }: Props) {
  const t = useTranslations('leaderboards')
  const words = useModelWords()
  const select = <V extends string>(
    name: 'type' | 'organization' | 'access' | 'license' | 'size',
    values: (V | null)[],
    { label, word = (value) => value }: { label: string; word?: (value: V) => string },
  ): FilterSelect => ({
    name,
    label,
    value: query[name],
    options: [...new Set(values)].flatMap((value) => (value ? [{ value, label: word(value) }] : [])),
  })
  const sizes = new Set(rows.map((row) => sizeOf(row.parametersB)))
  const selects = [
    select(
      'type',
      rows.map((row) => row.type),
      { label: t('anyType'), word: words.type },
    ),
    select(
      'organization',
      rows.map((row) => row.organization),
      { label: t('anyOrganization') },
    ),
    select(
      'access',
      rows.map((row) => row.access),
      { label: t('anyAccess'), word: words.access },
    ),
    select(
      'license',
      rows.map((row) => row.license),
      { label: t('anyLicense') },
    ),
    select(
      'size',
      modelSizes.filter((size) => sizes.has(size)),
      {
        label: t('anySize'),
        word: (size) => t(`sizes.${size}`),
      },
    ),
  ].filter(({ options, value }) => options.length > 1 || value)
  const kept = boardHref('', {
    ...unfiltered,
    view: query.view,
    layout: query.layout,
    sort: query.sort,
    descending: query.descending,
    lang: query.lang,
  })
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
