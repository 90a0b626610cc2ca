import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { Page } from '@/components/layout/page'
import { CellFilter, type CellQuery } from '@/components/provenance/cell-filter'
import { CellPage } from '@/components/provenance/cell-page'
import { CellPages } from '@/components/provenance/cell-pages'
import { CellTable } from '@/components/provenance/cell-table'
import { SealedPage } from '@/components/provenance/sealed-page'
import { buttonClass } from '@/components/ui/button'
import { cellList, cellsPerPage } from '@/lib/data/provenance/cell-list'
import { cellProvenance } from '@/lib/data/provenance/cell-provenance'
import { requireAdmin } from '@/lib/server/actor'
import { unsealedOnly } from './unsealed-only'

type Asked = Record<string, string | string[] | undefined>
type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Asked> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('provenance'))('cells') }
}

/** One cell where all three names are given, else the list to find one in. */
export default async function CellsPage({ params, searchParams }: Props) {
  const admin = await requireAdmin()
  const { slug } = await params
  const query = queryOf(await searchParams)
  const { prompt, model, criterion } = query
  const [locale, t] = await Promise.all([getLocale(), getTranslations('provenance')])
  if (prompt && model && criterion) {
    const cell = await unsealedOnly(() => cellProvenance(admin, slug, { prompt, model, criterion }))
    return cell ? <CellPage cell={cell} locale={locale} /> : <SealedPage slug={slug} title={t('cells')} />
  }
  const list = await unsealedOnly(() => cellList(admin, slug, query))
  if (!list) return <SealedPage slug={slug} title={t('cells')} />
  return (
    <Page
      wide
      title={t('cells')}
      lead={t('cellsLead', { study: list.study.name })}
      actions={
        <Link href={`/admin/studies/${slug}/sure`} className={buttonClass('plain')}>
          {t('sure')}
        </Link>
      }
    >
      <CellFilter list={list} query={query} locale={locale} />
      <CellTable list={list} locale={locale} />
      <CellPages query={query} found={list.found} perPage={cellsPerPage} />
    </Page>
  )
}

function queryOf(asked: Asked): CellQuery {
  const one = (key: string) => {
    const value = asked[key]
    return (Array.isArray(value) ? value[0] : value)?.trim() ?? ''
  }
  const [prompt, model, criterion] = [one('prompt'), one('model'), one('criterion')]
  const page = Number(one('page'))
  return {
    ...(prompt ? { prompt } : {}),
    ...(model ? { model } : {}),
    ...(criterion ? { criterion } : {}),
    disputed: one('disputed') === '1',
    page: Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1,
  }
}
