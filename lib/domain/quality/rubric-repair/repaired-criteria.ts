import { wanted } from '@/lib/domain/bundle/said'
import { problemWith, refusedFor } from '@/lib/domain/quality/rule-changes/refused-input'
import type { Criterion } from '@/lib/domain/study/rubric'
import { isOnScale } from '@/lib/domain/study/scale'
import { UserError, type Problem } from '@/lib/domain/user-error'
import type { RepairDraft } from './repair-draft'
import { isReworded, ordered } from './reworded'

/** `anew`: its cells are rated again; `wording`: other words, the same question; `none`: as it was. */
export type RepairKind = 'none' | 'wording' | 'anew'
export type RepairedCriterion = { criterion: Criterion; repair: RepairKind }

/**
 * The criteria of the next version, in the order of the present one.
 *
 * @throws UserError `invalid` where a criterion is missing, unknown or given twice, a level is not on its scale or
 *   stands twice, or nothing has changed
 */
export function repairedCriteria(criteria: readonly Criterion[], draft: RepairDraft): RepairedCriterion[] {
  const problems = [...unmatched(criteria, draft), ...misplacedLevels(criteria, draft)]
  if (problems.length > 0) throw refusedFor(problems, 'This rubric cannot be used.')
  const byId = new Map(draft.criteria.map((each) => [each.id, each]))
  const repaired = criteria.map((before): RepairedCriterion => {
    const now = byId.get(before.id)
    if (!now || !isReworded(before, now)) return { criterion: before, repair: 'none' }
    const { name, question, levels, ratingsHold } = now
    const { question: _before, ...rest } = before
    const scale = { ...before.scale, levels: ordered(levels) }
    const criterion = { ...rest, name, scale, ...(question === undefined ? {} : { question }) }
    return { criterion, repair: ratingsHold ? 'wording' : 'anew' }
  })
  if (repaired.every(({ repair }) => repair === 'none')) {
    throw new UserError('invalid', 'Nothing in the rubric has changed.', {
      fields: { criteria: 'nothing has changed' },
    })
  }
  return repaired
}

function unmatched(criteria: readonly Criterion[], draft: RepairDraft): Problem[] {
  const known = criteria.map(({ id }) => id)
  const given = draft.criteria.map(({ id }) => id)
  const wrong = given.filter((id, place) => !known.includes(id) || given.indexOf(id) !== place)
  const missing = known.filter((id) => !given.includes(id))
  return [
    ...wrong.map((got) =>
      problemWith({ field: 'criteria', got, expected: wanted('oneOf', { values: known.join(', ') }) }),
    ),
    ...missing.map((id) =>
      problemWith({ field: 'criteria', got: null, expected: wanted('oneOf', { values: id }) }),
    ),
  ]
}

function misplacedLevels(criteria: readonly Criterion[], draft: RepairDraft): Problem[] {
  return draft.criteria.flatMap(({ id, levels }, place) => {
    const scale = criteria.find((each) => each.id === id)?.scale
    if (!scale) return []
    const values = levels.map(({ value }) => value)
    return values.flatMap((value, at) =>
      isOnScale(value, scale) && values.indexOf(value) === at
        ? []
        : [
            problemWith({
              field: `criteria.${place}.levels.${at}.value`,
              got: `${value}`,
              expected: wanted('levelsOnScale'),
            }),
          ],
    )
  })
}
