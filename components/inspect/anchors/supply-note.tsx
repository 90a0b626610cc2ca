import { useTranslations } from 'next-intl'
import { useProblem } from '@/components/inspect/use-problem'
import { Notice } from '@/components/ui/notice'
import type { AnchorSupply } from '@/lib/domain/quality/views/calibration-view'
import type { Criterion } from '@/lib/domain/study/rubric'

type Props = { supply: AnchorSupply; criteria: readonly Pick<Criterion, 'id' | 'name'>[] }

/** How many anchors there are, whether raters calibrate with them, and what is missing. */
export function SupplyNote({ supply, criteria }: Props) {
  const t = useTranslations('inspect.anchors')
  const said = useProblem(criteria)
  const { anchors, inForce, problems, rules } = supply
  return (
    <Notice
      tone={inForce ? 'info' : 'notice'}
      title={inForce ? t('inForce', { count: anchors }) : t('notInForce', { count: anchors })}
    >
      <p>{t('needs', { attempts: rules.attempts, anchors: rules.anchors })}</p>
      {problems.length > 0 ? (
        <ul className="mt-1 list-disc pl-4">
          {problems.map((problem, index) => (
            <li key={index}>{said(problem)}</li>
          ))}
        </ul>
      ) : null}
    </Notice>
  )
}
