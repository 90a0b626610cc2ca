import { useTranslations } from 'next-intl'
import type { Act } from '@/components/study/act'
import type { OwnSheet } from '@/lib/domain/quality/views/rater-view'
import { AppealForm, type AppealInput } from './appeal-form'
import { RaterAppeals, useAppealStates } from '@/components/quality/fingerprint/rater-appeals'

/** Own appeals with their answers, and the form while one may be sent. */
export function OwnAppeals({ sheet, act }: { sheet: OwnSheet; act: Act<AppealInput> }) {
  const t = useTranslations('quality.sheet')
  const states = useAppealStates('quality.sheet')
  const { appeals, mayAppeal, study } = sheet
  const waits = appeals.some(({ state }) => state === 'waiting')
  return (
    <div className="flex flex-col gap-4">
      {mayAppeal ? (
        <AppealForm
          slug={study.slug}
          act={act}
          words={{
            text: t('appealText'),
            hint: t('appealHint'),
            missing: t('appealMissing'),
            send: t('send'),
          }}
        />
      ) : (
        <p role="status" className="text-13 text-ink-2">
          {waits ? t('waits') : t('tooLate')}
        </p>
      )}
      {appeals.length > 0 ? (
        <RaterAppeals appeals={appeals} words={{ said: t('you'), answered: t('they'), states }} />
      ) : null}
    </div>
  )
}
