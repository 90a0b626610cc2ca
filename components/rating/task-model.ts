import type { BlindTask } from '@/lib/domain/rating/blind-task'
import type { Desk, DeskEvent } from '@/lib/domain/rating/desk-state'
import type { Locale } from '@/lib/domain/in-locale'

/** How the rater likes the desk; stays from task to task. */
export type DeskView = { reference: boolean; linked: boolean; solo: boolean }

/** What is asked in a dialogue: `task` is the whole sheet. */
export type Asking = { what: 'keys' } | { what: 'reason'; label: string } | null

/** One task on the desk, as its layouts draw it. */
export type TaskModel = {
  task: BlindTask
  desk: Desk
  /** Names of the outputs on screen: 甲乙丙丁 or A, B, C. */
  labels: string[]
  locale: Locale
  view: DeskView
  /** Output whose comment is being written. */
  commenting: number | null
  missing: number
  /** What the desk last had to say: where Enter led, and why. */
  said: string
  /** Whether the whole task may be handed back. */
  wholeTask: boolean
  /** Whether comments can be written, and outputs said to be beyond judging. */
  comments: boolean
  cannotJudge: boolean
  /** What the server found wrong, by field. */
  fields: Record<string, string>
  submitWord: string
  dispatch: (event: DeskEvent) => void
  setView: (view: DeskView) => void
  comment: (output: number | null) => void
  ask: (asking: Asking) => void
  submit: () => void
}
