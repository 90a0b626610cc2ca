import { labelSql } from '@/lib/data/releases/score-rows-sql'
import type { Transaction } from '@/lib/data/db'

/** The latest decision about a rating, an output of it or a cell of it, where that decision says no. */
export type Stop = { output: string | null; criterion: string | null; reason: string }

/** A live or extra rating in its current revision, whether it counts or not. */
export type SaidRating = {
  ratingId: string
  rubricId: string
  /** Asked for by arbitration. */
  extra: boolean
  /** The outputs that the assignment was for; empty = all. */
  scope: string[]
  /** `output/criterion` that alone take the scores; empty = all. */
  scopeCells: string[]
  /** Outputs that could not be judged. */
  cannotJudge: string[] | null
  stops: Stop[] | null
}

/** What a rating says about one output: criterion → value. */
export type Said = { rating: SaidRating; scores: Record<string, number> }

type Row = SaidRating & { scores: [output: string, criterion: string, value: number][] | null }

/** The tasks to look at, and each rating as it is to be taken: as it stands, or as it would if something were decided. */
export type Looked = { taskIds: readonly string[]; asIf?: (rating: SaidRating) => SaidRating }

const asItStands = (rating: SaidRating) => rating

/** Everything that was said in these tasks, output by output in order of arrival. */
export async function saidAbout(
  tx: Transaction,
  { taskIds, asIf = asItStands }: Looked,
): Promise<Map<string, Said[]>> {
  // As one value: of many rows the client would take longer to unpack each than to read them.
  const [all] = await tx.$queryRaw<{ rows: Row[] | null }[]>`
    SELECT json_agg(json_build_object('ratingId', r.id, 'rubricId', a.rubric_id, 'scope', a.scope, 'scopeCells', a.scope_cells,
      'extra', a.kind = 'extra' AND cardinality(a.scope_cells) > 0,
      'cannotJudge', CASE WHEN r.cannot_judge <> '{}' THEN (
        SELECT json_agg(x.output_id) FROM task_output x
        CROSS JOIN LATERAL (SELECT array_position(a.label_order, x.position)::int AS place) at
        WHERE x.task_id = a.task_id AND r.cannot_judge ? ${labelSql}) END,
      'stops', (SELECT json_agg(json_build_object('output', output_id, 'criterion', criterion_id, 'reason', reason) ORDER BY sequence)
        FROM (SELECT DISTINCT ON (d.output_id, d.criterion_id) d.* FROM counting_decision d WHERE d.rating_id = r.id
          ORDER BY d.output_id, d.criterion_id, d.sequence DESC) latest WHERE NOT counts),
      'scores', (SELECT json_agg(json_build_array(s.output_id, s.criterion_id, s.value)) FROM score s WHERE s.rating_id = r.id)
      ) ORDER BY r.sequence) AS rows
    FROM unnest(${taskIds}::uuid[]) task JOIN assignment a ON a.task_id = task AND a.kind IN ('live', 'extra')
    JOIN rating r ON r.assignment_id = a.id
      AND NOT EXISTS (SELECT FROM rating later WHERE later.assignment_id = a.id AND later.revision > r.revision)`
  const about = new Map<string, Said[]>()
  for (const { scores, ...rating } of all?.rows ?? []) note(about, asIf(rating), scores ?? [])
  return about
}

function note(about: Map<string, Said[]>, rating: SaidRating, scores: NonNullable<Row['scores']>): void {
  const own = new Map<string, Record<string, number>>(
    (rating.cannotJudge ?? []).map((output) => [output, {}]),
  )
  for (const [output, criterion, value] of scores) {
    const known = own.get(output)
    if (known) known[criterion] = value
    else own.set(output, { [criterion]: value })
  }
  for (const [output, values] of own) {
    const said = about.get(output)
    if (said) said.push({ rating, scores: values })
    else about.set(output, [{ rating, scores: values }])
  }
}
