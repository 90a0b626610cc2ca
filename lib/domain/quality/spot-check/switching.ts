import { inspectionLevels, type InspectionLevel } from './lot-plan'
import type { SwitchingRules } from './switching-rules'

/** What moves a rater's inspection, in order of time. */
export type SchemeEvent =
  | {
      kind: 'lot'
      outcome: 'passed' | 'failed'
      /** Under which the lot was drawn. */
      level: InspectionLevel
      /** Formed over a filter, and so no sample of the rater's work in general. */
      byHand: boolean
    }
  | { kind: 'set'; level: InspectionLevel; reason: string }

/** How a rater is inspected now, and what the next move depends on. */
export type Scheme = {
  level: InspectionLevel
  /** Outcomes that count for the next move, the latest last; starts anew at each move. */
  recent: ('passed' | 'failed')[]
}

export const firstScheme: Scheme = { level: 'normal', recent: [] }

/**
 * The scheme after one more event: normal → tightened → 100 % with failed lots, back by one level with lots passed in a
 * row (`SwitchingRules`). A lot drawn under an easier level than the present one cannot relax it, nor can one by hand: a
 * filter may have picked what looked good. Either can tighten. A level set by a person stands until lots move it.
 */
export function schemeAfter(scheme: Scheme, event: SchemeEvent, rules: SwitchingRules): Scheme {
  if (event.kind === 'set') return { level: event.level, recent: [] }
  const easier = inspectionLevels.indexOf(event.level) < inspectionLevels.indexOf(scheme.level)
  if (event.outcome === 'passed' && (easier || event.byHand)) return scheme
  const kept = Math.max(rules.within, rules.passed_in_row)
  const recent = [...scheme.recent, event.outcome].slice(-kept)
  if (event.outcome === 'failed') {
    const failed = recent.slice(-rules.within).filter((outcome) => outcome === 'failed').length
    return failed >= rules.failed ? moved(scheme, 1, recent) : { ...scheme, recent }
  }
  const inRow = recent.length - 1 - recent.lastIndexOf('failed')
  return inRow >= rules.passed_in_row ? moved(scheme, -1, recent) : { ...scheme, recent }
}

/** The scheme from all of a rater's events, say after a lot was decided anew. */
export function schemeOf(events: readonly SchemeEvent[], rules: SwitchingRules): Scheme {
  return events.reduce((scheme, event) => schemeAfter(scheme, event, rules), firstScheme)
}

/** At either end there is nowhere to go, and the outcomes stay. */
function moved({ level }: Scheme, by: 1 | -1, recent: Scheme['recent']): Scheme {
  const next = inspectionLevels[inspectionLevels.indexOf(level) + by]
  return next === undefined ? { level, recent } : { level: next, recent: [] }
}
