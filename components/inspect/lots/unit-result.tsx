import { useLocale, useTranslations } from 'next-intl'
import { ScaleKey } from '@/components/inspect/scale-key'
import { ScaleLine } from '@/components/inspect/scale-line'
import { inLocale } from '@/lib/domain/in-locale'
import type { InspectedUnit } from '@/lib/domain/quality/views/lot-view'
import type { Criterion } from '@/lib/domain/study/rubric'
import { ClassTag } from './class-tag'

type Props = { result: InspectedUnit; criteria: Criterion[] }

/** The difference, where the scores were given: own score and the rating under inspection on one scale. */
export function UnitResult({ result, criteria }: Props) {
  const t = useTranslations('inspect.lot')
  return (
    <section
      aria-label={t('result')}
      tabIndex={0}
      className="max-h-[60%] outline-offset-[-2px] shrink-0 overflow-y-auto border-t border-line-strong bg-paper [scrollbar-width:thin]"
    >
      <div className="mx-auto w-full max-w-[792px] px-4 py-3">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <p role="status" className="flex items-center gap-2 text-13">
            <ClassTag of={result.class} />
            {t(`resultMeans.${result.class ?? 'none'}`)}
          </p>
          <ScaleKey words={{ own: t('own'), rating: t('underInspection') }} />
        </div>
        {result.criteria.map((compared) => (
          <Compared
            key={compared.criterion}
            compared={compared}
            criterion={criteria.find(({ id }) => id === compared.criterion)}
          />
        ))}
      </div>
    </section>
  )
}

type ComparedProps = { compared: InspectedUnit['criteria'][number]; criterion: Criterion | undefined }

function Compared({ compared, criterion }: ComparedProps) {
  const t = useTranslations('inspect.lot')
  const locale = useLocale()
  if (!criterion) return null
  const { given, inspected, steps } = compared
  const name = inLocale(criterion.name, locale)
  return (
    <div className="mt-3 grid grid-cols-[minmax(72px,1fr)_minmax(0,3fr)_auto] items-center gap-x-4 border-t border-line pt-2 max-[480px]:grid-cols-[1fr_auto]">
      <p className="text-13 wrap-anywhere">{name}</p>
      <div className="max-[480px]:order-last max-[480px]:col-span-2">
        <ScaleLine
          scale={criterion.scale}
          locale={locale}
          label={t('compared', { name, own: inspected, given })}
          span={{ from: given, to: inspected }}
          marks={[
            { value: given, mark: 'rating' },
            { value: inspected, mark: 'own' },
          ]}
        />
      </div>
      <p className="flex w-24 flex-col items-end gap-1 text-right text-13">
        <span>{t('steps', { steps })}</span>
        <ClassTag of={compared.class} />
      </p>
    </div>
  )
}
