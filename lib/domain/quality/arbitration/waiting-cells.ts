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
