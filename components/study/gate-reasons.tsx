import { useTranslations } from 'next-intl'
import { TextAreaField } from '@/components/ui/fields'

export const waivable = ['coverage', 'arbitration', 'raters', 'checks', 'spot_check'] as const
export type WaivableGate = (typeof waivable)[number]

type Props = {
  gates: WaivableGate[]
  reasons: Record<string, string>
  onChange: (reasons: Record<string, string>) => void
}

/** One reason for each gate that is not passed; it is published with the release. */
export function GateReasons({ gates, reasons, onChange }: Props) {
  const t = useTranslations('study.gates')
  return gates.map((gate) => (
    <div key={gate} className="flex flex-col gap-1 border-l-2 border-notice bg-notice-wash px-3 py-2">
      <p className="text-ink">{t(gate)}</p>
      <TextAreaField
        name={gate}
        label={t('waive')}
        hint={t('waiveHint')}
        rows={2}
        value={reasons[gate] ?? ''}
        onChange={(event) => onChange({ ...reasons, [gate]: event.target.value })}
      />
    </div>
  ))
}
