import { useFormatter, useTranslations } from 'next-intl'
import { DataTable } from '@/components/ui/data-table'
import { Tag } from '@/components/ui/tag'
import type { Gate } from '@/lib/domain/leaderboard/board'

/** What had to hold before this was published, and what was published all the same, with the reason. */
export function GatesTable({ gates }: { gates: Gate[] }) {
  const t = useTranslations('leaderboards')
  return (
    <div>
      <h2 className="mb-2 text-14">{t('gatesTitle')}</h2>
      <DataTable
        label={t('gatesTitle')}
        columns={[
          { head: t('gate') },
          { head: t('value'), figures: true },
          { head: t('asked'), figures: true },
          { head: t('result') },
        ]}
      >
        {gates.map((gate) => (
          <GateRow key={gate.id} gate={gate} />
        ))}
      </DataTable>
    </div>
  )
}

const shares: Gate['id'][] = ['coverage', 'checks', 'spot_check']

function GateRow({ gate }: { gate: Gate }) {
  const t = useTranslations('leaderboards')
  const provenance = useTranslations('provenance')
  const format = useFormatter()
  const isUnused = gate.value === null && (gate.id === 'checks' || gate.id === 'spot_check')
  const shown = (value: number | null) => {
    if (value === null) return '–'
    if (shares.includes(gate.id)) return format.number(value, { style: 'percent', maximumFractionDigits: 1 })
    return format.number(value, { maximumFractionDigits: 2 })
  }
  // Of lots no share is asked for: one that failed is as good as passed once others have done its tasks.
  const isAsked = gate.threshold !== null && gate.id !== 'spot_check'
  const asked = isAsked ? `${gate.id === 'arbitration' ? '≤' : '≥'} ${shown(gate.threshold)}` : '–'
  return (
    <tr>
      <th scope="row">{t(`gateNames.${gate.id}`)}</th>
      <td className="num">{shown(gate.value)}</td>
      <td className="num">{asked}</td>
      <td>
        <Tag tone={gate.passed ? 'plain' : 'notice'}>
          {isUnused
            ? provenance('notUsed')
            : t(gate.threshold === null ? 'gateShown' : gate.passed ? 'gatePassed' : 'gateWaived')}
        </Tag>{' '}
        {gate.waived?.reason}
      </td>
    </tr>
  )
}
