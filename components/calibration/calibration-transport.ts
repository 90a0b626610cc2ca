import type { CalibrationView, TaskFeedback } from '@/lib/domain/quality/views/calibration-view'
import type { DeskAnswer, DeskTransport } from '@/lib/domain/rating/desk-transport'

/** How a calibration reaches the server: the desk's own endpoints, and what is told between its tasks. */
export type CalibrationTransport = Pick<DeskTransport, 'claim' | 'submit'> & {
  view: () => Promise<DeskAnswer<CalibrationView | null>>
  feedback: (assignmentId: string) => Promise<DeskAnswer<TaskFeedback>>
}
