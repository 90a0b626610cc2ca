import type { BlindTask, Progress } from '@/lib/domain/rating/blind-task'
import type { ClosedBecause } from '@/lib/domain/rating/closed-because'
import type { LostDraft } from './desk-store'

/** What the desk knows about the work before it. The first task is the one on the desk. */
export type LineState = {
  /** `waiting`: all tasks here are done, their ratings are on the way. `nothing`: there never was one. */
  phase: 'loading' | 'working' | 'waiting' | 'finished' | 'nothing' | 'closed'
  /** Of a closed line. */
  because: ClosedBecause
  tasks: BlindTask[]
  progress: Progress | null
  /** Ratings that this device keeps until the server's word. */
  waiting: number
  /** False: the browser keeps nothing beyond this page. */
  kept: boolean
  trouble: 'offline' | 'signIn' | null
  /** What the server found wrong, by assignment. */
  fields: Record<string, Record<string, string>>
  lost: LostDraft[]
  /** Own pace since the page was opened. */
  pace: { tasks: number; ms: number }
}

export const lineAtStart: LineState = {
  phase: 'loading',
  because: 'study_closed',
  tasks: [],
  progress: null,
  waiting: 0,
  kept: true,
  trouble: null,
  fields: {},
  lost: [],
  pace: { tasks: 0, ms: 0 },
}

/** What the rest of a line says about its phase. */
export function phaseOf(state: LineState): LineState['phase'] {
  if (state.phase === 'closed' && state.tasks.length === 0) return 'closed'
  if (state.tasks.length > 0) return 'working'
  if (state.waiting > 0) return 'waiting'
  return state.phase === 'working' || state.phase === 'waiting' ? 'loading' : state.phase
}
