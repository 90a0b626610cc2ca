import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useRouter } from 'next/navigation'
import type { Cause } from '@/lib/domain/quality/arbitration/causes'
import type { ArbitrationTask, DecidedCase } from '@/lib/domain/quality/views/arbitration-view'
import type { Draft } from '@/lib/domain/rating/draft'
import type { ArbitrationTransport, Meeting } from '@/components/inspect/transports'
import { useRefused } from '@/components/inspect/use-refused'
import { handedCase, handedOver, handOver } from './handed-case'

export type CaseStage =
  | { at: 'fetching' }
  | { at: 'judging'; task: ArbitrationTask }
  | { at: 'decided'; decided: DecidedCase }
  /** Held by another, or settled meanwhile. */
  | { at: 'gone' }
  | { at: 'empty' }
  | { at: 'refused' }

/** The way through the cases: take one, decide it, see all scores, name causes, go on to the next. */
export function useCase(transport: ArbitrationTransport, caseId: string, hrefOf: (caseId: string) => string) {
  const router = useRouter()
  const refused = useRefused()
  const [stage, setStage] = useState<CaseStage>(() => {
    const task = handedCase(caseId)
    return task ? { at: 'judging', task } : { at: 'fetching' }
  })
  const [problem, setProblem] = useState<string | null>(null)
  const [sending, setSending] = useState(false)
  const begun = useRef(stage.at === 'judging')

  async function claim(wanted: string | null): Promise<ArbitrationTask | null> {
    const answer = await transport.claim(wanted)
    if (answer.ok) {
      setProblem(null)
      if (!answer.value) setStage({ at: wanted === null ? 'empty' : 'gone' })
      return answer.value
    }
    const away = answer.error.code === 'conflict' || answer.error.code === 'not_found'
    setProblem(away ? null : refused(answer.error))
    setStage((now) => (away ? { at: 'gone' } : now.at === 'fetching' ? { at: 'refused' } : now))
    return null
  }

  async function take() {
    const task = await claim(caseId)
    if (!task) return
    setStage({ at: 'judging', task })
    router.refresh()
  }

  async function next() {
    const task = await claim(null)
    if (!task) return router.refresh()
    if (task.caseId === caseId) return setStage({ at: 'judging', task })
    handOver(task)
    router.push(hrefOf(task.caseId))
  }

  /** Whether the case is decided. */
  async function decide(
    task: ArbitrationTask,
    scores: Draft['scores'],
    meeting: Meeting | null,
  ): Promise<boolean> {
    if (sending) return false
    setSending(true)
    const values = Object.fromEntries(Object.keys(task.asked).map((label) => [label, scores[label] ?? {}]))
    const answer = await transport.decide(task.caseId, { values, ...(meeting ? { meeting } : {}) })
    setSending(false)
    setProblem(answer.ok ? null : refused(answer.error))
    if (!answer.ok) return false
    setStage({ at: 'decided', decided: answer.value })
    router.refresh()
    return true
  }

  /** Shown at once; taken back where the server refuses. */
  async function name(arbitrationId: string, cause: Cause) {
    const before = stage
    setStage((now) =>
      now.at === 'decided' ? { at: 'decided', decided: withCause(now.decided, arbitrationId, cause) } : now,
    )
    const answer = await transport.cause(arbitrationId, cause)
    setProblem(answer.ok ? null : refused(answer.error))
    if (!answer.ok && before.at === 'decided') {
      const old = before.decided.cells.find((cell) => cell.arbitrationId === arbitrationId)?.cause ?? null
      setStage((now) =>
        now.at === 'decided' ? { at: 'decided', decided: withCause(now.decided, arbitrationId, old) } : now,
      )
    }
  }

  const open = useEffectEvent(() => {
    handedOver()
    if (begun.current) return
    begun.current = true
    void take()
  })
  useEffect(() => open(), [])

  return { stage, problem, sending, take, next, decide, name }
}

function withCause(decided: DecidedCase, arbitrationId: string, cause: Cause | null): DecidedCase {
  const cells = decided.cells.map((cell) =>
    cell.arbitrationId === arbitrationId ? { ...cell, cause } : cell,
  )
  return { ...decided, cells }
}
