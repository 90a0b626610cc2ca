import type { Inspector } from '@/lib/domain/people/actor'
import { honestOutlook } from '@/lib/domain/quality/spot-check/honest-outlook'
import { lotClaim } from '@/lib/domain/quality/spot-check/lot-claim'
import { planCurve } from '@/lib/domain/quality/spot-check/plan-curve'
import type { InspectedUnit, LotPage } from '@/lib/domain/quality/views/lot-view'
import { UserError } from '@/lib/domain/user-error'
import { uuidOr404 } from '@/lib/domain/uuid'
import { db } from '@/lib/data/db'
import { studyHead } from '@/lib/data/quality/study-head'
import { lotAftermath } from '@/lib/data/lots/deciding/aftermath-of'
import type { CommittedUnit } from './lot-outcomes'
import { lotRows } from './lot-rows'
import { panelTally } from './panel-tally'
import { termsOfLots } from './lot-terms'

/** What is shown of a unit once its inspection is committed. */
export function inspectedUnit({ place, judged, at }: CommittedUnit): InspectedUnit {
  return { place, ...judged, at: at.toISOString() }
}

/** A lot with its plan, what has been found in it so far, and what has been shown. */
export async function lotPage(inspector: Inspector, slug: string, lotId: string): Promise<LotPage> {
  const { id, name, state, roundId } = await studyHead(db, slug)
  const [lot] = await lotRows(db, inspector, { roundId, lotId: uuidOr404(lotId) })
  if (!lot) throw new UserError('not_found', 'There is no such lot in this study.')
  const { row, committed } = lot
  const { errorTolerance } = await termsOfLots(db, id)
  const decisions = await db.lotDecision.findMany({ where: { lotId }, orderBy: { sequence: 'asc' } })
  return {
    ...row,
    study: { slug, name, state },
    curve: planCurve(row.plan),
    outlook: honestOutlook(row.plan, await panelTally(roundId), { errorTolerance }),
    errorTolerance,
    claim: lotClaim(row.plan, row.standing),
    aftermath: row.state === 'passed' || row.state === 'failed' ? await countsOf(lotId, row.state) : null,
    decisions: decisions.map(({ outcome, byId, reason, at }) => ({
      outcome: outcome === 'passed' ? 'passed' : 'failed',
      by: byId === null ? 'plan' : 'person',
      reason,
      at: at.toISOString(),
    })),
    inspected: committed.map(inspectedUnit),
  }
}

async function countsOf(lotId: string, outcome: 'passed' | 'failed') {
  const { stopCounting, reopen } = await lotAftermath(db, { lotId, outcome })
  return { ratings: stopCounting.length, tasks: new Set(reopen.map(({ taskId }) => taskId)).size }
}
