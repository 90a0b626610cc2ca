import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { TableFrame } from '@/components/ui/data-table'
import { inLocale } from '@/lib/domain/in-locale'
import { causes } from '@/lib/domain/quality/arbitration/causes'
import type {
  CriterionTrouble,
  Disputes,
  PromptTrouble,
} from '@/lib/domain/quality/rubric-repair/rubric-trouble'

/** Criteria in the order of the rubric: how often their cells were in dispute, and how well raters agree. */
export function CriteriaTable({ criteria }: { criteria: CriterionTrouble[] }) {
  const t = useTranslations('rubricRepair')
  const format = useFormatter()
  const locale = useLocale()
  const figure = (value: number) =>
    format.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  return (
    <TableFrame label={t('criteria.title')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('criteria.criterion')}</th>
            <DisputeHeads />
            <th scope="col" className="num">
              {t('alpha')}
            </th>
            <th scope="col">{t('causes')}</th>
          </tr>
        </thead>
        <tbody>
          {criteria.map(({ criterion, alpha, since, ...counts }) => (
            <tr key={criterion.id}>
              <th scope="row" className="text-left font-medium">
                {inLocale(criterion.name, locale)}
                {since > 1 ? (
                  <span className="font-normal text-ink-3"> {t('criteria.since', { version: since })}</span>
                ) : null}
              </th>
              <DisputeCells counts={counts} />
              <td className="num whitespace-nowrap">
                {alpha.alpha === null ? '–' : figure(alpha.alpha)}
                {alpha.low === null || alpha.high === null ? null : (
                  <span className="text-ink-3">
                    {' '}
                    [{figure(alpha.low)}, {figure(alpha.high)}]
                  </span>
                )}
              </td>
              <td className="text-ink-2">
                <Causes counts={counts} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

/** Prompts whose cells were in dispute, most surely troubled first. */
export function PromptsTable({ prompts }: { prompts: PromptTrouble[] }) {
  const t = useTranslations('rubricRepair')
  return (
    <TableFrame label={t('prompts.title')} className="max-h-[480px] overflow-y-auto">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('prompts.prompt')}</th>
            <DisputeHeads />
            <th scope="col">{t('causes')}</th>
          </tr>
        </thead>
        <tbody>
          {prompts.map(({ promptId, text, abilities, ...counts }) => (
            <tr key={promptId}>
              <th scope="row" className="min-w-64 text-left font-normal wrap-anywhere">
                {text || '–'}
                {abilities.length > 0 ? (
                  <div className="text-12 text-ink-3">{abilities.join(' · ')}</div>
                ) : null}
              </th>
              <DisputeCells counts={counts} />
              <td className="text-ink-2">
                <Causes counts={counts} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

function DisputeHeads() {
  const t = useTranslations('rubricRepair')
  return (
    <>
      <th scope="col" className="num">
        {t('disputed')}
      </th>
      <th scope="col" className="num">
        {t('cells')}
      </th>
      <th scope="col" className="num">
        {t('share')}
      </th>
    </>
  )
}

function DisputeCells({ counts: { disputed, cells } }: { counts: Disputes }) {
  const format = useFormatter()
  return (
    <>
      <td className="num">{format.number(disputed)}</td>
      <td className="num">{format.number(cells)}</td>
      <td className="num">
        {cells === 0 ? '–' : format.number(disputed / cells, { style: 'percent', maximumFractionDigits: 1 })}
      </td>
    </>
  )
}

function Causes({ counts }: { counts: Disputes }) {
  const t = useTranslations('rubricRepair')
  const tCause = useTranslations('quality.causes')
  const named = causes.filter((cause) => counts.causes[cause] > 0)
  if (named.length === 0) return '–'
  return named
    .map((cause) => t('causeCount', { cause: tCause(cause), count: counts.causes[cause] }))
    .join(' · ')
}
