import type { Inspector } from '@/lib/domain/people/actor'
import { UserError } from '@/lib/domain/user-error'
import type { Transaction } from '@/lib/data/db'
import { interestsSql } from '@/lib/data/quality/conflict-of-interest'
import { isAtWorkSql } from '@/lib/data/quality/inspectors-at-work'

/** An output that a decision would be about. */
export type JudgedOutput = { promptId: string; outputId: string }

type Unfit = {
  promptId: string
  /** An output comes from an organization that the inspector belongs to. */
  interested: boolean
  /** An inspector who is at work neither belongs to such an organization nor was shown a rating of these outputs. */
  anotherThere: boolean
}

/** Whose decision a case is not, and of whose it is on record that they knew ratings. */
export type Fitness = {
  /** Prompts that another inspector has to decide. */
  leftToOthers: ReadonlySet<string>
  /** Prompts of which the inspector was shown ratings, at a lot, while nobody else is there to decide. */
  knowing: ReadonlySet<string>
}

/**
 * Which of these prompts an inspector may decide. Not those with an output of an own organization, ever; and not those of
 * whose outputs the inspector was shown a rating at a lot, as long as somebody else is there: that decision would not be
 * blind.
 */
export async function fitnessOf(
  tx: Transaction,
  inspector: Inspector,
  outputs: readonly JudgedOutput[],
): Promise<Fitness> {
  const rows = await tx.$queryRaw<Unfit[]>`
    WITH judged AS (
      SELECT DISTINCT prompt_id, output_id FROM unnest(${outputs.map(({ promptId }) => promptId)}::uuid[],
        ${outputs.map(({ outputId }) => outputId)}::uuid[]) AS each (prompt_id, output_id)
    ), unfit AS (
      SELECT j.prompt_id, interest.account_id, true AS interested
      FROM judged j JOIN ${interestsSql} interest ON interest.output_id = j.output_id
      UNION ALL
      SELECT j.prompt_id, own.rater_id, false
      FROM judged j JOIN inspection i ON i.output_id = j.output_id AND i.error IS NOT NULL
      JOIN assignment own ON own.id = i.assignment_id
    )
    SELECT mine.prompt_id AS "promptId", bool_or(mine.interested) AS interested,
      EXISTS (SELECT FROM account other WHERE ${isAtWorkSql}
        AND NOT EXISTS (SELECT FROM unfit WHERE unfit.prompt_id = mine.prompt_id AND unfit.account_id = other.id)) AS "anotherThere"
    FROM unfit mine WHERE mine.account_id = ${inspector.id}::uuid GROUP BY mine.prompt_id`
  const left = rows.filter(({ interested, anotherThere }) => interested || anotherThere)
  const knowing = rows.filter((row) => !left.includes(row))
  return {
    leftToOthers: new Set(left.map(({ promptId }) => promptId)),
    knowing: new Set(knowing.map(({ promptId }) => promptId)),
  }
}

/**
 * @returns whether the inspector was shown ratings of what is decided, which goes on record
 * @throws UserError `conflict` where another inspector has to decide
 */
export async function requireFit(
  tx: Transaction,
  inspector: Inspector,
  outputs: readonly JudgedOutput[],
): Promise<{ knewRatings: boolean }> {
  const { leftToOthers, knowing } = await fitnessOf(tx, inspector, outputs)
  if (leftToOthers.size > 0) throw new UserError('conflict', 'Another inspector has to decide this case.')
  return { knewRatings: knowing.size > 0 }
}
