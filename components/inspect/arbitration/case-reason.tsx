import { useTranslations } from 'next-intl'
import type { CaseRow } from '@/lib/domain/quality/views/arbitration-view'

/** Whom a case waits for, and why. */
export function CaseReason({ row }: { row: Pick<CaseRow, 'waitsFor' | 'because'> }) {
  const t = useTranslations('inspect.arbitration')
  return (
    <>
      {t(`waitsFor.${row.waitsFor}`)}
      {row.because ? ` · ${t(`because.${row.because}`)}` : ''}
    </>
  )
}
