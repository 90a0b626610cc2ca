import { UserError } from '@/lib/domain/user-error'
import { gateIds, type Evidence, type Gate, type GateId } from './board'
import type { ChainGateId, ChainGates } from './chain-gates'
import type { Judged } from './cells'
import type { BoardSettings } from './settings'

export type Waivers = Partial<Record<GateId, { by: string; reason: string }>>

/** What is known about a board apart from its ratings. */
export type GateInputs = { waivers?: Waivers; chain?: ChainGates }

type Given = { alpha: Evidence['alpha'] } & GateInputs

/**
 * What has to hold before a board is published.
 * - `coverage`: share of cells (output × criterion) that have the scores they need; all of them.
 * - `arbitration`: cells in dispute that neither extra ratings nor a person have settled; none.
 * - `raters`: people behind the scores; at least k.
 * - `checks`, `spot_check`: see `ChainGates`; left out by releases from before there were any.
 * - `agreement`: the lowest α of the criteria; shown, never a gate.
 */
export function gatesOf(settings: BoardSettings, judged: Judged, { alpha, waivers, chain }: Given): Gate[] {
  const wanted = settings.outputs * settings.criteria.length
  const complete = judged.cells.filter(({ agreement }) => agreement.status !== 'incomplete').length
  const disputed = judged.cells.filter(({ agreement }) => agreement.status === 'needs_arbitration').length
  const alphas = Object.values(alpha).flatMap(({ alpha: one }) => (one === null ? [] : [one]))
  const raters = settings.method.source === 'imported' ? 1 : settings.method.ratingsPerTask
  const facts: Record<Exclude<GateId, ChainGateId>, Omit<Gate, 'id' | 'waived'>> & Partial<ChainGates> = {
    coverage: {
      value: wanted === 0 ? null : complete / wanted,
      threshold: 1,
      passed: wanted > 0 && complete >= wanted,
    },
    arbitration: { value: disputed, threshold: 0, passed: disputed === 0 },
    raters: { value: judged.raters, threshold: raters, passed: judged.raters >= raters },
    agreement: { value: alphas.length === 0 ? null : Math.min(...alphas), threshold: null, passed: true },
    ...chain,
  }
  return gateIds.flatMap((id) => {
    const fact = facts[id]
    return fact ? [{ id, ...fact, waived: fact.passed ? null : (waivers?.[id] ?? null) }] : []
  })
}

/** Refuses a board with a gate that is neither passed nor waived. */
export function refuseClosedGates(gates: readonly Gate[]): void {
  const closed = gates.filter(({ passed, waived }) => !passed && !waived)
  if (closed.length === 0) return
  const problems = closed.map(({ id, value, threshold }) => ({
    file: null,
    row: null,
    field: id,
    got: value === null ? null : String(value),
    expected: expectedOf(id, threshold),
  }))
  const names = closed.map(({ id }) => id).join(', ')
  throw new UserError(
    'blocked',
    `Not published: ${names} not passed. Waive a gate with a reason to publish all the same.`,
    {
      problems,
    },
  )
}

function expectedOf(id: GateId, threshold: number | null): string {
  if (id === 'arbitration') return 'no cell that needs arbitration'
  if (id === 'spot_check') return 'every lot decided, and the tasks of those that failed done by others'
  return `at least ${threshold ?? 0}`
}

const waivable = gateIds.filter((id) => id !== 'agreement')

/** Reads waivers as they come from outside, gate by gate with a reason each. */
export function waiversFrom(reasons: Record<string, string>, by: string): Waivers {
  const waivers: Waivers = {}
  for (const [name, reason] of Object.entries(reasons)) {
    const id = waivable.find((each) => each === name)
    if (!id)
      throw new UserError('invalid', `There is no gate "${name}" to waive; there are ${waivable.join(', ')}.`)
    if (!reason.trim()) throw new UserError('invalid', `Waiving ${id} needs a reason.`)
    waivers[id] = { by, reason: reason.trim() }
  }
  return waivers
}
