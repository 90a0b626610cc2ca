import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import type { CalibrationProblem } from '@/lib/domain/quality/calibration/problem'
import type { Criterion } from '@/lib/domain/study/rubric'
import { AnchorCell } from './anchor-cell'
import { cellOf, type AnchorDraft, type CellDraft } from './anchor-draft'

type Props = {
  label: string
  shown: string
  criteria: Criterion[]
  draft: AnchorDraft
  at: number
  problems: Record<string, CalibrationProblem[]>
  tried: boolean
  onFocus: (criterion: number) => void
  onCell: (criterion: string, cell: CellDraft) => void
  /** Takes the anchor away; null where there is none yet. A returned sentence says why not. */
  withdraw: (() => Promise<string | null>) | null
}

/** What experts agree on for one output, criterion by criterion. */
export function AnchorForm(props: Props) {
  const t = useTranslations('inspect.anchors')
  const { label, shown, criteria, draft, at, problems, tried, withdraw } = props
  return (
    <section aria-label={t('formOf', { label: shown })} className="flex flex-col">
      <div className="flex h-10 shrink-0 items-center justify-between gap-2 border-b border-line px-4 text-13">
        <h2>{t('formOf', { label: shown })}</h2>
        {withdraw ? (
          <ConfirmDialog
            trigger={
              <Button size="small" variant="quiet">
                {t('withdraw')}
              </Button>
            }
            title={t('withdrawTitle', { label: shown })}
            confirm={t('withdraw')}
            cancel={t('cancel')}
            tone="stop"
            onConfirm={withdraw}
          >
            <p>{t('withdrawMeans')}</p>
          </ConfirmDialog>
        ) : null}
      </div>
      {criteria.map((criterion, index) => (
        <AnchorCell
          key={`${label} ${criterion.id}`}
          criterion={criterion}
          cell={cellOf(draft, label, criterion.id)}
          at={index === at}
          problems={problems[criterion.id] ?? []}
          tried={tried}
          onFocus={() => props.onFocus(index)}
          onCell={(cell) => props.onCell(criterion.id, cell)}
        />
      ))}
    </section>
  )
}
