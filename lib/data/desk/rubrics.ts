import type { BlindTask } from '@/lib/domain/rating/blind-task'
import { criterion } from '@/lib/domain/study/rubric'
import type { Db, Transaction } from '@/lib/data/db'

export type KnownRubric = BlindTask['rubric'] & { criterionIds: ReadonlyMap<string, string> }

// A rubric's row never changes, so what was read once stays true.
const known = new Map<string, KnownRubric>()

/**
 * The rubric as a rater sees it, with the row ids of its criteria by key.
 *
 * @param at the transaction under way, where there is one: one that waits for a second connection may wait for itself
 */
export async function rubricOf(at: Db | Transaction, rubricId: string): Promise<KnownRubric> {
  const found = known.get(rubricId)
  if (found) return found
  const row = await at.rubric.findUniqueOrThrow({
    where: { id: rubricId },
    select: { version: true, criteria: { orderBy: { position: 'asc' } } },
  })
  const rubric: KnownRubric = {
    version: row.version,
    criteria: row.criteria.map((each) =>
      criterion.parse({
        id: each.key,
        name: each.name,
        ...(each.question === null ? {} : { question: each.question }),
        scale: { min: each.minimum, max: each.maximum, step: each.step, levels: each.levels },
        weight: each.weight,
        in_total: each.inTotal,
      }),
    ),
    criterionIds: new Map(row.criteria.map((each) => [each.key, each.id])),
  }
  if (known.size >= 1000) known.clear()
  known.set(rubricId, rubric)
  return rubric
}
