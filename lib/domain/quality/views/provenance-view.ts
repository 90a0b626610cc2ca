import type { AgreedRecord } from '@/lib/domain/quality/arbitration/agreed-record'
import type { ScoreView } from '@/lib/domain/quality/arbitration/views'
import type { Localized } from '@/lib/domain/localized'

/** Where a cell's agreed score comes from. For unsealed studies only. Raters stand under their pseudonyms. */
export type CellProvenance = {
  study: { slug: string; name: string }
  release: number | null
  prompt: string
  model: { id: string; name: string }
  criterion: { id: string; name: Localized }
  rubricVersion: number
  /** HTML of the prompt's and the output's turns, safe. */
  promptTurns: string[]
  outputTurns: string[]
  record: AgreedRecord
  ratings: {
    ratingId: string
    rater: string
    kind: 'live' | 'extra'
    value: number | null
    revision: number
    at: string
    counts: boolean
    reason: string | null
  }[]
  decisions: {
    by: 'inspector' | 'meeting'
    value: number
    minutes: string | null
    cause: string | null
    at: string
    stands: boolean
  }[]
  /** Earlier versions of the agreed score, newest first. */
  history: { version: number; value: number | null; by: AgreedRecord['by']; at: string }[]
}

/** The same board under other ways to a value per cell. */
export type SureView = {
  study: { slug: string; name: string }
  views: {
    view: ScoreView
    /** Why the view does not exist. */
    reason: string | null
    rows: { model: string; name: string; score: number | null; rank: number | null }[]
  }[]
  /** Models whose rank differs between views that exist. */
  moving: string[]
}
