import { useTranslations } from 'next-intl'
import { Age } from '@/components/inspect/age'
import type { InspectedUnit } from '@/lib/domain/quality/views/lot-view'
import { ClassTag } from './class-tag'

/** What was inspected of a lot so far, the latest first. */
export function InspectedList({ units, now }: { units: InspectedUnit[]; now: string }) {
  const t = useTranslations('inspect.lot')
  return (
    <ol className="text-13">
      {units.toReversed().map((unit) => (
        <li
          key={unit.at + unit.place}
          className="flex items-baseline gap-2 border-t border-line py-1.5 first:border-t-0"
        >
          <span className="w-7 text-ink-3">{unit.place + 1}</span>
          <ClassTag of={unit.class} />
          <span className="text-ink-3">
            {unit.criteria.length > 0
              ? t('stepsShort', { steps: unit.criteria.map(({ steps }) => steps).join(' · ') })
              : null}
          </span>
          <span className="ml-auto text-12 text-ink-3">
            <Age at={unit.at} now={now} />
          </span>
        </li>
      ))}
    </ol>
  )
}
