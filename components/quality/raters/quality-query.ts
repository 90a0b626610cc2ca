import type { RaterQuality } from '@/lib/domain/quality/views/rater-view'

/** What an inspector has chosen on the page of raters; it lives in the address. */
export type QualityQuery = { state: string; only: '' | 'beyond' | 'appeal'; text: string }

export type SearchParams = Record<string, string | string[] | undefined>

/** Reads the address; what it does not know counts as not said. */
export function qualityQueryOf(params: SearchParams): QualityQuery {
  const said = (name: string) => {
    const value = params[name]
    return (Array.isArray(value) ? value[0] : value)?.slice(0, 100) ?? ''
  }
  const only = said('only')
  return {
    state: said('state'),
    only: only === 'beyond' || only === 'appeal' ? only : '',
    text: said('q').trim(),
  }
}

/** The raters asked for, worst first. */
export function shownRaters(raters: readonly RaterQuality[], query: QualityQuery): RaterQuality[] {
  const text = query.text.toLowerCase()
  return raters
    .filter(
      ({ rater, state, signals, appeal }) =>
        (query.state === '' || state === query.state) &&
        (query.only !== 'beyond' || signals.some(({ beyond }) => beyond)) &&
        (query.only !== 'appeal' || appeal) &&
        rater.toLowerCase().includes(text),
    )
    .sort((one, other) => other.concern - one.concern || one.rater.localeCompare(other.rater))
}
