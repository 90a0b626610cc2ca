import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Page } from '@/components/layout/page'
import { buttonClass } from '@/components/ui/button'
import { inLocale, type Locale } from '@/lib/domain/localized'
import type { CellProvenance } from '@/lib/domain/quality/views/provenance-view'
import { CellFacts } from './cell-facts'
import { CellRecord } from './cell-record'
import { CellSentence } from './cell-sentence'
import { CellTexts } from './cell-texts'
import { RatingChain } from './rating-chain'

/** Where one number comes from, from the key press on. */
export function CellPage({ cell, locale }: { cell: CellProvenance; locale: Locale }) {
  const t = useTranslations('provenance')
  const { study, prompt, model, criterion } = cell
  return (
    <Page
      wide
      title={`${model.name} · ${prompt} · ${inLocale(criterion.name, locale)}`}
      lead={study.name}
      actions={
        <Link href={`/admin/studies/${study.slug}/cells`} className={buttonClass('plain')}>
          {t('allCells')}
        </Link>
      }
    >
      <CellSentence cell={cell} />
      <RatingChain cell={cell} />
      <div className="mt-6 grid gap-6 lg:grid-cols-[minmax(0,1fr)_340px]">
        <div className="flex min-w-0 flex-col gap-6">
          <CellRecord cell={cell} />
          <CellTexts cell={cell} />
        </div>
        <CellFacts cell={cell} />
      </div>
    </Page>
  )
}
