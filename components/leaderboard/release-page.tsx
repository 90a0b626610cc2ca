import { useFormatter, useTranslations } from 'next-intl'
import { Page } from '@/components/layout/page'
import { Tag } from '@/components/ui/tag'
import type { Locale } from '@/lib/domain/localized'
import type { BoardQuery } from './table/board-query'
import { BoardSection } from './board-section'
import { boardView } from './board-view'
import { EvidenceStrip } from './evidence-strip'
import { GatesTable } from './gates-table'
import { MethodCard } from './method-card'
import { useMethodFacts } from './method-facts'
import { ReadingNotes } from './reading-notes'
import type { ReleaseFacts } from './release-facts'
import { ReleaseList } from './release-list'
import { TotalsPlot } from './totals-plot'
import { VerifySteps } from './verify-steps'

type Props = {
  release: ReleaseFacts
  path: string
  query: BoardQuery
  locale: Locale
  /** Where cells can be looked into, for those who may. */
  cells: string | null
}

/** A release in full: evidence before numbers, the numbers, how to read them, how they came about. */
export function ReleasePage({ release, path, query, locale, cells }: Props) {
  const t = useTranslations('leaderboards')
  const format = useFormatter()
  const facts = useMethodFacts(release, locale)
  const view = boardView(release.content, { total: t('total'), locale })
  const date = format.dateTime(release.publishedAt, { dateStyle: 'long' })
  const leftOut = [...view.abilities, ...view.criteria].filter((column) => !column.inTotal)
  return (
    <Page
      wide
      title={
        <>
          {release.study.name} {release.study.sample ? <Tag tone="notice">{t('sample')}</Tag> : null}
        </>
      }
      lead={
        <>
          {t('releaseLine', { number: release.number, date })}
          {release.study.sample ? ` · ${t('sampleText')}` : null}
        </>
      }
    >
      <EvidenceStrip release={release} locale={locale} />
      <BoardSection
        label={release.study.name}
        path={path}
        files={`/api/v1/leaderboards/${release.study.slug}/releases/${release.number}`}
        query={query}
        view={view}
        facts={facts}
        cells={cells}
      />
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_320px]">
        <div className="flex min-w-0 flex-col gap-8">
          <TotalsPlot view={view} />
          <MethodCard release={release} locale={locale} />
          <GatesTable gates={release.content.board.gates} />
        </div>
        <div className="flex min-w-0 flex-col gap-8">
          <ReadingNotes release={release} leftOut={leftOut} />
          <VerifySteps release={release} />
          <ReleaseList release={release} lang={query.lang} />
        </div>
      </div>
    </Page>
  )
}
