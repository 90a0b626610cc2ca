import type { MonitorAction } from '@/lib/domain/quality/monitors/judge-monitors'
import { beginCalibration } from '@/lib/data/calibration/attempts/begin'
import type { Transaction } from '@/lib/data/db'

type Who = { studyId: string; raterId: string }

/**
 * Does what rules decided and puts it on record. A pause goes before a recalibration, which is then decided anew once
 * the rater is back. Where there are no anchors to calibrate on, the rater is warned instead.
 */
export async function takeSteps(tx: Transaction, who: Who, decided: readonly MonitorAction[]): Promise<void> {
  const isPaused = decided.some(({ step }) => step === 'pause')
  const actions = decided.filter(({ step }) => !isPaused || step !== 'recalibrate')
  const isAsked = actions.some(({ step }) => step === 'recalibrate')
  const canCalibrate = isAsked && (await beginCalibration(tx, { ...who, reason: 'drift' }))
  if (isPaused)
    await tx.enrolment.updateMany({ where: { ...who, state: 'active' }, data: { state: 'paused' } })
  await tx.monitorAction.createMany({
    data: actions.map(({ monitor, step, tasks, because }) => {
      const isInstead = step === 'recalibrate' && !canCalibrate
      return {
        ...who,
        monitor,
        tasks,
        step: isInstead ? 'warn' : step,
        because: isInstead ? { ...because, instead: step } : because,
      }
    }),
  })
}
