import { useEffect, useRef } from 'react'
import { useLocale, useTranslations } from 'next-intl'
import { ScaleLine } from '@/components/inspect/scale-line'
import { useProblem } from '@/components/inspect/use-problem'
import { classes } from '@/components/ui/classes'
import { inLocale, type Locale } from '@/lib/domain/in-locale'
import { acceptedBand } from '@/lib/domain/quality/calibration/accepted-band'
import type { CalibrationProblem } from '@/lib/domain/quality/calibration/problem'
import type { Criterion } from '@/lib/domain/study/rubric'
import { agreedOf } from '@/lib/domain/quality/calibration/agreed-of'
import { BandFields } from './band-fields'
import type { CellDraft } from './anchor-draft'
import { ExpertScores } from './expert-scores'

type Props = {
  criterion: Criterion
  cell: CellDraft
  at: boolean
  problems: CalibrationProblem[]
  /** Somebody tried to save: what is missing is said, too. */
  tried: boolean
  onFocus: () => void
  onCell: (cell: CellDraft) => void
}

/** What experts agree on for one criterion: their scores, the accepted band, and why. */
export function AnchorCell({ criterion, cell, at, problems, tried, onFocus, onCell }: Props) {
  const t = useTranslations('inspect.anchors')
  const locale = useLocale()
  const said = useProblem()
  const block = useFocusOn<HTMLDivElement>(at)
  const name = inLocale(criterion.name, locale)
  const { scores } = cell
  const agreed = scores.length >= 2 ? agreedOf(scores) : null
  const band = cell.band ?? (agreed === null ? null : acceptedBand(agreed, criterion.scale))
  const shown = problems.filter(({ words }) => tried || !early.has(words.id))
  const noReason = tried && cell.zh.trim() === '' && cell.en.trim() === ''
  return (
    <div
      ref={block}
      tabIndex={at ? 0 : -1}
      role="group"
      aria-label={name}
      onFocus={() => at || onFocus()}
      className={classes(
        'relative flex flex-col gap-2 border-b border-line px-4 py-3 outline-offset-[-2px]',
        at && 'bg-accent-wash before:absolute before:inset-y-0 before:left-0 before:w-[3px] before:bg-accent',
      )}
    >
      <div className="flex items-baseline justify-between gap-2 text-13">
        <h3 className={at ? 'font-semibold text-accent' : 'font-medium'}>{name}</h3>
        <span className="text-12 text-ink-3">{agreed === null ? null : t('agreed', { agreed })}</span>
      </div>
      <ExpertScores
        criterion={criterion}
        scores={scores}
        onScores={(given) => onCell({ ...cell, scores: given, band: null })}
      />
      {agreed === null || band === null ? null : (
        <>
          <ScaleLine
            scale={criterion.scale}
            locale={locale}
            band={band}
            label={t('scaleIs', { name, scores: scores.join(', '), agreed, low: band.low, high: band.high })}
            marks={[
              ...scores.map((value) => ({ value, mark: 'rating' as const })),
              { value: agreed, mark: 'agreed' },
            ]}
          />
          <BandFields
            scale={criterion.scale}
            band={band}
            usual={cell.band === null}
            onBand={(own) => onCell({ ...cell, band: own })}
          />
        </>
      )}
      <Reasons
        cell={cell}
        name={name}
        locale={locale}
        onCell={onCell}
        onLeave={() => block.current?.focus({ preventScroll: true })}
      />
      {shown.length > 0 || noReason ? (
        <ul role="alert" className="text-13 text-stop">
          {shown.map((problem) => (
            <li key={problem.words.id}>{said(problem)}</li>
          ))}
          {noReason ? <li>{t('reasonMissing')}</li> : null}
        </ul>
      ) : null}
    </div>
  )
}

/** True of every cell before it is filled in. */
const early: ReadonlySet<string> = new Set([
  'calibration.problem.missingCriterion',
  'calibration.problem.tooFewExperts',
])

type ReasonsProps = Pick<Props, 'cell' | 'onCell'> & { name: string; locale: Locale; onLeave: () => void }

/** Why the experts score so, in both languages; the reader's own comes first. */
function Reasons({ cell, name, locale, onCell, onLeave }: ReasonsProps) {
  const t = useTranslations('inspect.anchors')
  const order = locale === 'en' ? (['en', 'zh'] as const) : (['zh', 'en'] as const)
  return (
    <div className="grid gap-2 sm:grid-cols-2">
      {order.map((language, index) => (
        <textarea
          key={language}
          data-reason={index === 0 ? '' : undefined}
          lang={language}
          rows={2}
          maxLength={2000}
          aria-label={t(`reason.${language}`, { name })}
          placeholder={t(`reasonIn.${language}`)}
          value={cell[language]}
          onChange={(event) => onCell({ ...cell, [language]: event.currentTarget.value })}
          onKeyDown={(event) => event.key === 'Escape' && onLeave()}
          className="block w-full rounded border border-control bg-sheet px-2 py-1 text-13"
        />
      ))}
    </div>
  )
}

/** The keyboard's focus follows the cell, but leaves nobody's text. */
function useFocusOn<T extends HTMLElement>(at: boolean) {
  const block = useRef<T>(null)
  useEffect(() => {
    const active = document.activeElement
    if (!at || active?.closest('dialog, textarea, input, select')) return
    if (!block.current?.contains(active)) block.current?.focus({ preventScroll: true })
    block.current?.scrollIntoView({ block: 'nearest' })
  }, [at])
  return block
}
