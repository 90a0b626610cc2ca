import { useTranslations } from 'next-intl'
import type { CaseRow } from '@/lib/domain/quality/views/arbitration-view'

type Props = { row: Pick<CaseRow, 'waitsFor' | 'because'>; short?: boolean }

/** Whom a case waits for, and why; in short the one of both that says more. */
export function CaseReason({ row, short = false }: Props) {
  const t = useTranslations('inspect.arbitration')
  if (short && row.waitsFor === 'inspector' && row.because) return t(`because.${row.because}`)
  if (short) return t(`waitsFor.${row.waitsFor}`)
  return (
    <>
      {t(`waitsFor.${row.waitsFor}`)}
      {row.because ? ` · ${t(`because.${row.because}`)}` : ''}
    </>
  )
}
