import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DataTable } from '@/components/ui/data-table'
import { inLocale } from '@/lib/domain/in-locale'
import { neededInside, type PassMark } from '@/lib/domain/quality/calibration/pass-mark'
import type { FinishedAttempt } from '@/lib/domain/quality/views/calibration-view'
import { BiasMark } from './bias-mark'
import { WhatToWatch } from './what-to-watch'

type Props = { result: FinishedAttempt; mark: PassMark }

/** What came of an attempt: inside the band, bias, by criterion, and what to watch. */
export function AttemptResult({ result, mark }: Props) {
  const t = useTranslations('calibration.result')
  const format = useFormatter()
  const { cells, inside, biasSteps, missed, number } = result
  const isOffBias = missed.some((each) => each !== 'inside_band')
  return (
    <section aria-label={t('attempt', { number })} className="mt-6">
      <dl className="grid border border-line bg-sheet sm:grid-cols-2">
        <Mark
          name={t('inside')}
          value={t('insideValue', { inside, cells })}
          note={t('insideMark', { needed: neededInside(cells, mark) })}
          reached={!missed.includes('inside_band')}
        />
        <Mark
          name={t('bias')}
          value={
            biasSteps === null
              ? t('biasNone')
              : format.number(biasSteps, { signDisplay: 'exceptZero', maximumFractionDigits: 2 })
          }
          note={t('biasMark', { bias: mark.bias_steps })}
          reached={!isOffBias}
        >
          <BiasMark bias={biasSteps} mark={mark.bias_steps} />
        </Mark>
      </dl>
      <p className="mt-1 text-12 text-ink-3">{t('steps')}</p>
      <h3 className="mt-6 mb-2 text-14">{t('byCriterion')}</h3>
      <CriterionTable result={result} mark={mark} />
      <h3 className="mt-6 mb-2 text-14">{t('watch')}</h3>
      <WhatToWatch result={result} mark={mark} />
    </section>
  )
}

type MarkProps = { name: string; value: string; note: string; reached: boolean; children?: ReactNode }

function Mark({ name, value, note, reached, children }: MarkProps) {
  const t = useTranslations('calibration.result')
  return (
    <div className="border-line px-4 py-3 not-last:border-b sm:not-last:border-r sm:not-last:border-b-0">
      <dt className="text-12 text-ink-3">{name}</dt>
      <dd>
        <span className="text-20 font-semibold">{value}</span>
        <span className="block text-13 text-ink-2">
          <span aria-hidden>{reached ? '✓' : '○'}</span> {note} · {t(reached ? 'reached' : 'notReached')}
        </span>
        {children}
      </dd>
    </div>
  )
}

function CriterionTable({ result, mark }: Props) {
  const t = useTranslations('calibration.result')
  const locale = useLocale()
  const format = useFormatter()
  return (
    <DataTable
      label={t('byCriterion')}
      columns={[
        { head: t('criterion') },
        { head: t('inside'), figures: true },
        { head: t('bias'), figures: true },
        { head: <span className="sr-only">{t('bias')}</span>, className: 'w-2/5' },
      ]}
    >
      {result.byCriterion.map(({ criterionId, name, inside, cells, biasSteps }) => (
        <tr key={criterionId}>
          <th scope="row">{inLocale(name, locale)}</th>
          <td className="num">{t('insideValue', { inside, cells })}</td>
          <td className="num">
            {biasSteps === null
              ? '–'
              : format.number(biasSteps, { signDisplay: 'exceptZero', maximumFractionDigits: 2 })}
          </td>
          <td>
            <BiasMark bias={biasSteps} mark={mark.bias_steps} />
          </td>
        </tr>
      ))}
    </DataTable>
  )
}
