import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useRouter } from 'next/navigation'
import type { LotStanding } from '@/lib/domain/quality/spot-check/lot-standing'
import type { InspectedUnit, InspectionTask } from '@/lib/domain/quality/views/lot-view'
import type { Draft } from '@/lib/domain/rating/draft'
import type { LotTransport } from '@/components/inspect/transports'
import { useRefused } from '@/components/inspect/use-refused'

export type LotStage =
  | { at: 'fetching' }
  | { at: 'judging'; unit: InspectionTask }
  | { at: 'shown'; unit: InspectionTask; result: InspectedUnit }
  | { at: 'over' }
  | { at: 'refused' }

/** The way through a lot: take a unit, judge it, see the difference, take the next. */
export function useLotWork(transport: LotTransport, start: LotStanding, decided: boolean) {
  const router = useRouter()
  const refused = useRefused()
  const [stage, setStage] = useState<LotStage>({ at: decided ? 'over' : 'fetching' })
  const [latest, setLatest] = useState<LotStanding | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [sending, setSending] = useState(false)
  // One key per unit: sent again after a broken connection it is the same inspection.
  const key = useRef('')
  const begun = useRef(false)

  async function next() {
    const answer = await transport.claim()
    if (!answer.ok) {
      setProblem(refused(answer.error))
      return setStage((now) => (now.at === 'fetching' ? { at: 'refused' } : now))
    }
    setProblem(null)
    key.current = crypto.randomUUID()
    setStage(answer.value ? { at: 'judging', unit: answer.value } : { at: 'over' })
    if (!answer.value) router.refresh()
  }

  /** Whether the unit is committed. */
  async function submit(unit: InspectionTask, said: Pick<Draft, 'scores' | 'cannotJudge'>): Promise<boolean> {
    if (sending) return false
    setSending(true)
    const label = unit.task.outputs[0]?.label ?? 'A'
    const cannotJudge = Object.values(said.cannotJudge)[0] ?? null
    const answer = await transport.inspect({
      inspectionId: unit.inspectionId,
      idempotencyKey: key.current,
      scores: cannotJudge === null ? (said.scores[label] ?? {}) : {},
      cannotJudge,
    })
    setSending(false)
    setProblem(answer.ok ? null : refused(answer.error))
    if (!answer.ok) return false
    const { standing, ...result } = answer.value
    setLatest(standing)
    setStage({ at: 'shown', unit, result })
    router.refresh()
    return true
  }

  // The first unit is taken once, when the desk opens.
  const open = useEffectEvent(() => {
    if (decided || begun.current) return
    begun.current = true
    void next()
  })
  useEffect(() => open(), [])

  return { stage, problem, sending, standing: latest ?? start, next, submit }
}
