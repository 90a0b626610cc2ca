import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { buttonClass } from '@/components/ui/button'
import type { CellQuery } from './cell-filter'

type Props = { query: CellQuery; found: number; perPage: number }

/** How many there are, and the pages before and after. */
export function CellPages({ query, found, perPage }: Props) {
  const t = useTranslations('provenance')
  const { page } = query
  const last = Math.max(1, Math.ceil(found / perPage))
  return (
    <nav aria-label={t('pages')} className="mt-3 flex flex-wrap items-center gap-3 text-13 text-ink-2">
      <span>{t('found', { count: found })}</span>
      {page > 1 ? (
        <Link href={hrefOf(query, page - 1)} className={buttonClass('plain', 'small')}>
          {t('before')}
        </Link>
      ) : null}
      {last > 1 ? <span>{t('pageOf', { page, last })}</span> : null}
      {page < last ? (
        <Link href={hrefOf(query, page + 1)} className={buttonClass('plain', 'small')}>
          {t('after')}
        </Link>
      ) : null}
    </nav>
  )
}

function hrefOf({ prompt, model, criterion, disputed }: CellQuery, page: number): string {
  const all = { prompt, model, criterion, disputed: disputed ? '1' : undefined, page: String(page) }
  const said = Object.entries(all).flatMap(([key, value]) => (value ? [[key, value]] : []))
  return `?${new URLSearchParams(said)}`
}
