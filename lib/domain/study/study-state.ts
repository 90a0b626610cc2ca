/** A study's life: draft → open ⇄ paused → closed → unsealed → published. */
export const studyStates = ['draft', 'open', 'paused', 'closed', 'unsealed', 'published'] as const
export type StudyState = (typeof studyStates)[number]

/** Whether live work goes on or may go on again. */
export function isRunning(state: StudyState): boolean {
  return state === 'open' || state === 'paused'
}

/** Whether the blind is lifted: from here on nothing is judged blind any more, and figures by model may be seen. */
export function isUnsealed(state: StudyState): boolean {
  return state === 'unsealed' || state === 'published'
}
