import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { inLocale, type Locale } from '@/lib/domain/localized'
import type { ReleaseFacts } from './release-facts'

/** Answers the sceptic before any score: who judged how much, how well they agreed, what was checked. */
export function EvidenceStrip({ release, locale }: { release: ReleaseFacts; locale: Locale }) {
  const t = useTranslations('leaderboards')
  const format = useFormatter()
  const { evidence, gates, caveats } = release.content.board
  const { method, abilities } = release.content
  const disputed = caveats.find(({ id }) => id === 'needs-arbitration')?.count ?? 0
  const cells = evidence.outputs * release.content.criteria.length
  const share = format.number(cells > 0 ? disputed / cells : 0, {
    style: 'percent',
    maximumFractionDigits: 1,
  })
  const passed = gates.filter((gate) => gate.threshold !== null && gate.passed).length
  const waived = gates.filter((gate) => gate.waived !== null).length
  const each =
    method.source === 'desk' ? t('perTask', { count: method.ratingsPerTask }) : t('importedRatings')
  return (
    <dl className="mb-6 flex flex-wrap border-t border-l border-line bg-sheet">
      <Fact term={t('judgedBy')} value={t('raters', { count: evidence.raters })} aside={each} />
      <Fact
        term={t('ratings')}
        value={format.number(evidence.ratings)}
        aside={t('scores', { count: evidence.scores })}
      />
      <Fact
        term={t('prompts')}
        value={format.number(evidence.prompts)}
        aside={t('abilityCount', { count: abilities.length })}
      />
      <Fact term={t('agreement')} value={<Agreement release={release} locale={locale} />} />
      <Fact term={t('disputed')} value={t('cells', { count: disputed })} aside={share} />
      <Fact
        term={t('gates')}
        value={t('gatesPassed', { count: passed })}
        aside={waived > 0 ? t('gatesWaived', { count: waived }) : null}
      />
      <Fact
        term={t('recompute')}
        value={
          <a className="link" href="#verify">
            {t('howToVerify')}
          </a>
        }
      />
    </dl>
  )
}

type FactProps = { term: string; value: ReactNode; aside?: ReactNode }

function Fact({ term, value, aside }: FactProps) {
  return (
    <div className="flex-auto basis-[45%] border-r border-b border-line px-4 py-2 sm:basis-30">
      <dt className="text-12 text-ink-3">{term}</dt>
      <dd className="font-medium">
        {value}{' '}
        {aside ? <span className="text-13 font-normal whitespace-nowrap text-ink-3">{aside}</span> : null}
      </dd>
    </div>
  )
}

/** α of each criterion with its interval; undefined stays undefined. */
function Agreement({ release, locale }: { release: ReleaseFacts; locale: Locale }) {
  const t = useTranslations('leaderboards')
  const format = useFormatter()
  const two = (value: number) => format.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  return release.content.criteria.map(({ id, name }) => {
    const figure = release.content.board.evidence.alpha[id]
    return (
      <span key={id} className="block whitespace-nowrap">
        {figure && figure.alpha !== null ? two(figure.alpha) : t('undefined')}{' '}
        <span className="text-13 font-normal text-ink-3">
          {figure && figure.low !== null && figure.high !== null
            ? `[${two(figure.low)}, ${two(figure.high)}] `
            : ''}
          {release.content.criteria.length > 1 ? inLocale(name, locale) : ''}
        </span>
      </span>
    )
  })
}
