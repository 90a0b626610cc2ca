import { useTranslations } from 'next-intl'
import type { SureView } from '@/lib/domain/quality/views/provenance-view'

/** Why a view is not in the drawing, a sentence each. */
export function MissingViews({ sure }: { sure: SureView }) {
  const t = useTranslations('provenance')
  const missing = sure.views.flatMap(({ view, reason }) => (reason === null ? [] : [{ view, reason }]))
  return missing.map(({ view, reason }) => (
    <p key={view} className="mt-2 border-l-2 border-line-strong bg-well px-3 py-2 text-13">
      {t('viewMissing', { view: t(`views.${view}`), reason: t(`undefined.${reason}`) })}
    </p>
  ))
}
