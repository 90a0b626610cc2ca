import type { AgreedRecord } from '@/lib/domain/quality/arbitration/agreed-record'
import type { Cause } from '@/lib/domain/quality/arbitration/causes'
import type { ScoreView } from '@/lib/domain/quality/arbitration/views'
import type { Undefined } from '@/lib/stats/figure'
import type { Localized } from '@/lib/domain/localized'
import type { ScaleShape } from '@/lib/domain/study/scale'

/** Where a cell's agreed score comes from. For unsealed studies only. Raters stand under their pseudonyms. */
export type CellProvenance = {
  study: { slug: string; name: string }
  release: number | null
  prompt: string
  model: { id: string; name: string }
  criterion: { id: string; name: Localized; scale: ScaleShape }
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
    /** Who was at the meeting, as its minutes name them. */
    present: string[]
    cause: Cause | null
    at: string
    stands: boolean
  }[]
  /** Earlier versions of the agreed score, newest first. */
  history: { version: number; value: number | null; by: AgreedRecord['by']; at: string }[]
}

/** A cell in the list of those whose origin can be looked at. */
export type CellRow = {
  prompt: string
  model: { id: string; name: string }
  criterion: { id: string; name: Localized }
  /** Null where nothing has been settled yet. */
  status: AgreedRecord['status'] | null
  value: number | null
  by: AgreedRecord['by']
}

export type CellList = {
  study: { slug: string; name: string }
  prompts: string[]
  models: { id: string; name: string }[]
  criteria: { id: string; name: Localized }[]
  rows: CellRow[]
  /** Cells that match. */
  found: number
}

export type SureRow = { model: string; name: string; score: number | null; rank: number | null }

/** The same board under other ways to a value per cell. `agreed` is the board itself, arbitration and all. */
export type SureView = {
  study: { slug: string; name: string }
  views: {
    view: 'agreed' | ScoreView
    /** Why the view does not exist. */
    reason: Undefined | null
    rows: SureRow[]
  }[]
  /** Models whose rank differs between views that exist. */
  moving: string[]
}
