/** A study's life: draft → open ⇄ paused → closed → unsealed → published. */
export const studyStates = ['draft', 'open', 'paused', 'closed', 'unsealed', 'published'] as const
export type StudyState = (typeof studyStates)[number]

/** Whether live work goes on or may go on again. */
export function isRunning(state: StudyState): boolean {
  return state === 'open' || state === 'paused'
}
