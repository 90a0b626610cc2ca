import { useFormatter, useTranslations } from 'next-intl'
import type { LotClaim } from '@/lib/domain/quality/spot-check/lot-claim'
import type { LotRow } from '@/lib/domain/quality/views/lot-view'
import type { LotPlan } from '@/lib/domain/quality/spot-check/lot-plan'

type Props = { plan: LotPlan; claim: LotClaim | null; state: LotRow['state'] }

/** What has been shown of a lot; before that, what passing will show. Of no other lot anything is claimed. */
export function PlanSentence({ plan, claim, state }: Props) {
  const t = useTranslations('inspect.lot')
  const format = useFormatter()
  const percent = (value: number) => format.number(value, { style: 'percent', maximumFractionDigits: 1 })
  if (state === 'passed' && claim) {
    const { errors, lotSize, mostErrors, upper } = claim
    const all = claim.confidence === 1
    return (
      <div className="flex flex-col gap-1 border-l-2 border-accent pl-3">
        <p className="text-14 leading-6 font-semibold">
          {all
            ? t('shownAll', { limit: percent(claim.limit) })
            : t('shown', { confidence: percent(claim.confidence), limit: percent(claim.limit) })}
        </p>
        <p className="text-13 text-ink-2">
          {all
            ? t('exactAll', { errors, lotSize })
            : t('exact', { mostErrors, lotSize, upper: percent(upper), inspected: claim.inspected, errors })}
        </p>
      </div>
    )
  }
  if (state !== 'drawn') return <p className="text-13 text-ink-2">{t(`nothingShown.${state}`)}</p>
  const { sample, lotSize, accept, confidence, maxError } = plan
  const values = { sample, lotSize, accept, confidence: percent(confidence), limit: percent(maxError) }
  return <p className="text-13 text-ink-2">{t(plan.inspectAll ? 'willShowAll' : 'willShow', values)}</p>
}
