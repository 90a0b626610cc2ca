import { useFormatter, useTranslations } from 'next-intl'
import { OperatingCurve } from '@/components/inspect/lots/operating-curve'
import { Notice } from '@/components/ui/notice'
import type { DifferenceTally } from '@/lib/domain/quality/spot-check/difference-tally'
import { honestOutlook } from '@/lib/domain/quality/spot-check/honest-outlook'
import { lotPlan, type LotPlan } from '@/lib/domain/quality/spot-check/lot-plan'
import { planCurve } from '@/lib/domain/quality/spot-check/plan-curve'
import type { RuleDraft } from './use-rule-draft'
import { valueOf } from './written-settings'

type Props = {
  draft: RuleDraft
  /** Outputs that one rating judges, on average. */
  unitsPerRating: number
  /** How far two of the study's own raters lie apart. */
  panel: DifferenceTally
}

const figure = (draft: RuleDraft, field: string) => Number(valueOf(field, draft.text(field)))

/** The plan of an ordinary lot, worked out while the risk is typed; null while it is none. */
function planOf(draft: RuleDraft, unitsPerRating: number): LotPlan | null {
  const of = (name: string) => figure(draft, `spot_check.${name}`)
  const lotSize = Math.round(of('lot_ratings') * unitsPerRating)
  if (!(lotSize >= 1 && lotSize <= 500_000)) return null
  const terms = { max_error: of('max_error'), confidence: of('confidence'), accept: of('accept') }
  try {
    return lotPlan({ terms, level: 'normal', lotSize })
  } catch {
    return null
  }
}

/** What the stated risk comes to: how many outputs are inspected, and what honest disagreement does to such a plan. */
export function PlanPreview({ draft, unitsPerRating, panel }: Props) {
  const t = useTranslations('rules.spotCheck')
  const format = useFormatter()
  const plan = planOf(draft, unitsPerRating)
  const percent = (value: number) => format.number(value, { style: 'percent', maximumFractionDigits: 1 })
  if (!plan) return <p className="text-13 text-ink-2">{t('noPlan')}</p>
  const { sample, lotSize, accept, confidence, maxError } = plan
  const values = { sample, lotSize, accept, confidence: percent(confidence), limit: percent(maxError) }
  const errorTolerance = figure(draft, 'spot_check.error_tolerance')
  const outlook = honestOutlook(plan, panel, { errorTolerance: errorTolerance >= 0 ? errorTolerance : 0 })
  return (
    <div className="grid gap-4 border border-line bg-sheet p-4 sm:grid-cols-[1fr_300px]">
      <div className="flex flex-col gap-2">
        <h3 className="text-13">{t('plan')}</h3>
        <p className="text-14">{t(plan.inspectAll ? 'planAll' : 'planSample', values)}</p>
        {outlook.tooStrict && outlook.passes !== null ? (
          <Notice tone="notice">{t('tooStrict', { passes: percent(outlook.passes) })}</Notice>
        ) : null}
        <p className="text-13 text-ink-2">{t('planShare', { share: percent(sample / lotSize) })}</p>
      </div>
      <OperatingCurve plan={plan} curve={planCurve(plan)} outlook={outlook} />
    </div>
  )
}
