import type { CellStep } from './cell-step'

/** Why a cell waits. */
export type WaitingFor = 'ratings' | 'extra' | 'inspector' | 'meeting'
export type WaitingCounts = Record<WaitingFor, number> & { agreed: number; decided: number }

/** What a cell waits for; null where it has its score. */
export function waitingFor(step: CellStep): WaitingFor | null {
  switch (step.step) {
    case 'agreed':
    case 'decided':
      return null
    case 'await_ratings':
      return 'ratings'
    case 'ask_extra':
    case 'await_extra':
      return 'extra'
    case 'decide':
      return step.who
  }
}

export const noCells: WaitingCounts = {
  ratings: 0,
  extra: 0,
  inspector: 0,
  meeting: 0,
  agreed: 0,
  decided: 0,
}

/** The counts after one cell has moved from one step to another; from null when it is new. */
export function afterMove(counts: WaitingCounts, from: CellStep | null, to: CellStep): WaitingCounts {
  const next = { ...counts }
  const placeOf = (step: CellStep) => waitingFor(step) ?? (step.step === 'agreed' ? 'agreed' : 'decided')
  if (from) next[placeOf(from)] -= 1
  next[placeOf(to)] += 1
  return next
}
