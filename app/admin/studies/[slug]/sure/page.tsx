import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { unsealedOnly } from '@/app/admin/studies/[slug]/cells/unsealed-only'
import { Page } from '@/components/layout/page'
import { MissingViews } from '@/components/provenance/missing-views'
import { RankDrawing } from '@/components/provenance/rank-drawing'
import { SealedPage } from '@/components/provenance/sealed-page'
import { SureTable } from '@/components/provenance/sure-table'
import { buttonClass } from '@/components/ui/button'
import { sureView } from '@/lib/data/provenance/sure-view'
import { requireAdmin } from '@/lib/server/actor'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('provenance'))('sure') }
}

/** The same board under other ways from ratings to a value. */
export default async function SurePage({ params }: Props) {
  const admin = await requireAdmin()
  const { slug } = await params
  const [sure, t] = await Promise.all([
    unsealedOnly(() => sureView(admin, slug)),
    getTranslations('provenance'),
  ])
  if (!sure) return <SealedPage slug={slug} title={t('sure')} />
  const ranked = sure.views[0]?.rows.filter(({ rank }) => rank !== null).length ?? 0
  return (
    <Page
      wide
      title={t('sure')}
      lead={sure.study.name}
      actions={
        <Link href={`/admin/studies/${slug}/cells`} className={buttonClass('plain')}>
          {t('allCells')}
        </Link>
      }
    >
      <p className="text-16 font-semibold">{t('movingCount', { count: sure.moving.length, of: ranked })}</p>
      <p className="mb-4 max-w-prose text-13 text-ink-2">{t('sureText')}</p>
      <RankDrawing sure={sure} />
      <MissingViews sure={sure} />
      <div className="mt-6">
        <SureTable sure={sure} />
      </div>
      <p className="mt-2 max-w-prose text-12 text-ink-3">{t('sureNote')}</p>
    </Page>
  )
}
