import { startMonitors, type MonitorState } from '@/lib/domain/quality/monitors/monitor-state'
import type { ScaleShape } from '@/lib/domain/study/scale'
import { rubricOf } from '@/lib/data/desk/rubrics'
import type { Db, Transaction } from '@/lib/data/db'

/** A criterion as monitors know it: one that a repaired rubric carries on unchanged stays the same. */
export type MonitoredCriterion = { id: string; key: string; scale: ScaleShape }

// A rubric's row never changes, so what was read once stays true.
const known = new Map<string, MonitoredCriterion[]>()

export async function criteriaOf(at: Db | Transaction, rubricId: string): Promise<MonitoredCriterion[]> {
  const found = known.get(rubricId)
  if (found) return found
  const rows = await at.criterion.findMany({ where: { rubricId }, orderBy: { position: 'asc' } })
  const criteria = rows.map(({ id, sameAs, key, minimum, maximum, step }) => ({
    id: sameAs ?? id,
    key,
    scale: { min: minimum, max: maximum, step },
  }))
  if (known.size >= 1000) known.clear()
  known.set(rubricId, criteria)
  return criteria
}

/** The criteria as the rules of checks know them, by key. */
export async function scaledCriteria(at: Db | Transaction, rubricId: string) {
  return (await rubricOf(at, rubricId)).criteria
}

/** A rater's monitors with the criteria of this rubric in their memory: a repaired rubric may bring others. */
export function withCriteria(
  state: MonitorState | null,
  criteria: readonly MonitoredCriterion[],
): MonitorState {
  const fresh = startMonitors(Object.fromEntries(criteria.map(({ id, scale }) => [id, scale])))
  if (state === null || criteria.every(({ id }) => state.scales[id] !== undefined)) return state ?? fresh
  return {
    ...state,
    scales: { ...fresh.scales, ...state.scales },
    levels: { ...fresh.levels, ...state.levels },
  }
}
