import { isRunning } from '@/lib/domain/study/study-state'
import type { MonitorAction } from '@/lib/domain/quality/monitors/judge-monitors'
import type { MonitorStep } from '@/lib/domain/quality/monitors/monitor-rules'
import { beginCalibration } from '@/lib/data/calibration/attempts/begin'
import type { Transaction } from '@/lib/data/db'

type Who = { studyId: string; raterId: string }

/**
 * Does what rules decided and puts it on record, with what a step stands for where it is not the one decided. A pause goes
 * before a recalibration, which is then decided anew once the rater is back. Where there are no anchors to calibrate on,
 * the rater is warned instead. Ratings that are looked at after the study takes no more work can only be flagged: there is
 * nothing left to be kept from, and nobody to bring the rater back.
 */
export async function takeSteps(tx: Transaction, who: Who, decided: readonly MonitorAction[]): Promise<void> {
  const { state } = await tx.study.findUniqueOrThrow({
    where: { id: who.studyId },
    select: { state: true },
  })
  if (!isRunning(state)) return record(tx, who, { actions: decided, taken: () => 'flag' })
  const isPaused = decided.some(({ step }) => step === 'pause')
  const actions = decided.filter(({ step }) => !isPaused || step !== 'recalibrate')
  const isAsked = actions.some(({ step }) => step === 'recalibrate')
  const canCalibrate = isAsked && (await beginCalibration(tx, { ...who, reason: 'drift' }))
  if (isPaused)
    await tx.enrolment.updateMany({ where: { ...who, state: 'active' }, data: { state: 'paused' } })
  const taken = (step: MonitorStep) => (step === 'recalibrate' && !canCalibrate ? 'warn' : step)
  await record(tx, who, { actions, taken })
}

async function record(
  tx: Transaction,
  who: Who,
  { actions, taken }: { actions: readonly MonitorAction[]; taken: (step: MonitorStep) => MonitorStep },
): Promise<void> {
  await tx.monitorAction.createMany({
    data: actions.map(({ monitor, step, tasks, because }) => {
      const done = taken(step)
      return {
        ...who,
        monitor,
        tasks,
        step: done,
        because: done === step ? because : { ...because, instead: step },
      }
    }),
  })
}
