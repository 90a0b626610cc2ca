import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { BoardFilters } from '@/components/leaderboard/table/board-filters'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import type { EnrolmentState, RaterQualityPage } from '@/lib/domain/quality/views/rater-view'
import { MarkKey } from './mark-key'
import { shownRaters, type QualityQuery } from './quality-query'
import { RaterCards } from './rater-cards'
import { raterColumns } from './rater-columns'
import { RaterMultiples, type RaterListProps } from './rater-multiples'
import { reachOf } from '@/components/quality/signals/trace-line'

type Props = { page: RaterQualityPage; query: QualityQuery; path: string }

/** All raters of a study, worst first, under the filters of the address. */
export function RatersPage({ page, query, path }: Props) {
  const t = useTranslations('quality')
  const { raters, waitingAppeals } = page
  if (raters.length === 0) return <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
  const shown = shownRaters(raters, query)
  const list: RaterListProps = {
    raters: shown,
    columns: raterColumns(raters),
    reach: reachOf(raters.map(({ trace }) => trace)),
    hrefOf: (rater) => `${path}/${encodeURIComponent(rater)}`,
  }
  const beyond = shown.filter(({ signals }) => signals.some((signal) => signal.beyond)).length
  return (
    <>
      {waitingAppeals > 0 ? (
        <Notice tone="info" className="mb-4">
          {t('waitingAppeals', { count: waitingAppeals })}
        </Notice>
      ) : null}
      <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Filters page={page} query={query} path={path} />
        <p role="status" className="text-13 text-ink-2 sm:ml-auto">
          {t('count', { shown: shown.length, beyond })}
        </p>
      </div>
      {shown.length === 0 ? (
        <EmptyState title={t('noMatch')}>
          <Link href={path} className={buttonClass()}>
            {t('clear')}
          </Link>
        </EmptyState>
      ) : (
        <>
          <RaterMultiples {...list} />
          <RaterCards {...list} />
          <MarkKey />
        </>
      )}
    </>
  )
}

const states: EnrolmentState[] = ['active', 'calibrating', 'paused', 'excluded', 'finished', 'invited']

function Filters({ page, query, path }: Props) {
  const t = useTranslations('quality')
  const there = new Set(page.raters.map(({ state }) => state))
  return (
    <BoardFilters
      path={path}
      text={query.text}
      words={{ search: t('filters.search'), hint: t('filters.hint'), apply: t('filters.apply') }}
      keep={{}}
      selects={[
        {
          name: 'state',
          label: t('filters.state'),
          value: query.state,
          options: states.flatMap((state) =>
            there.has(state) || query.state === state ? [{ value: state, label: t(`states.${state}`) }] : [],
          ),
        },
        {
          name: 'only',
          label: t('filters.beyond'),
          value: query.only,
          options: [
            { value: 'beyond', label: t('filters.onlyBeyond') },
            { value: 'appeal', label: t('filters.onlyAppeal') },
          ],
        },
      ]}
    />
  )
}
