import type { ChainFacts } from '@/lib/domain/leaderboard/chain-gates'
import { Prisma } from '@/lib/data/generated/client'
import type { Transaction } from '@/lib/data/db'
import { isWithdrawnSql } from '@/lib/data/lots/withdrawn-sql'
import { rulesInForce } from '@/lib/data/quality/rules'
import type { LoadedStudy } from './board-settings'
import { exclusionSql } from './score-rows-sql'

/** What hidden checks and spot checks of a study have come to. */
export async function chainFacts(tx: Transaction, { id: studyId }: LoadedStudy): Promise<ChainFacts> {
  const { calibration } = await rulesInForce(tx, studyId)
  const { gold, repeat } = await checksOf(tx, studyId)
  return { checks: { gold, repeat, mark: calibration.inside_band }, lots: await lotsOf(tx, studyId) }
}

type Checks = Pick<ChainFacts['checks'], 'gold' | 'repeat'>

/** By raters who were not excluded: what the others said is off the board as well. */
async function checksOf(tx: Transaction, studyId: string): Promise<Checks> {
  const rows = await tx.$queryRaw<{ kind: string; cells: number; good: number }[]>`
    SELECT k.kind::text, sum((k.outcome->>'cells')::int)::int AS cells,
      sum((k.outcome->>(CASE k.kind WHEN 'gold' THEN 'inside' ELSE 'near' END))::int)::int AS good
    FROM assignment a JOIN "check" k ON k.assignment_id = a.id
    JOIN enrolment e ON e.study_id = a.study_id AND e.rater_id = a.rater_id AND e.state <> 'excluded'
    WHERE a.study_id = ${studyId}::uuid AND a.kind = 'check' AND k.kind <> 'degraded' AND k.outcome IS NOT NULL
    GROUP BY k.kind`
  const of = (kind: string) => rows.find((row) => row.kind === kind) ?? { cells: 0, good: 0 }
  const [gold, repeat] = [of('gold'), of('repeat')]
  return {
    gold: { cells: gold.cells, inside: gold.good },
    repeat: { cells: repeat.cells, near: repeat.good },
  }
}

/** Of a failed lot every rating but those found right has to have stopped counting; a withdrawn one is as good as none. */
async function lotsOf(tx: Transaction, studyId: string): Promise<ChainFacts['lots']> {
  const stopped = exclusionSql({ output: Prisma.sql`r.output_id`, criterion: Prisma.sql`NULL::uuid` })
  const [lots] = await tx.$queryRaw<ChainFacts['lots'][]>`
    WITH lots AS (
      SELECT lot.id, CASE WHEN ${isWithdrawnSql} THEN 'withdrawn' ELSE lot.state::text END AS state FROM lot JOIN round ON round.id = lot.round_id WHERE round.study_id = ${studyId}::uuid
    ), counting AS (
      SELECT DISTINCT r.lot_id FROM (
        SELECT DISTINCT l.lot_id, l.assignment_id, r.id, s.output_id, true AS decided
        FROM lots JOIN lot_rating l ON l.lot_id = lots.id JOIN rating r ON r.assignment_id = l.assignment_id
        JOIN score s ON s.rating_id = r.id
        WHERE lots.state = 'failed'
          AND NOT EXISTS (SELECT FROM rating later WHERE later.assignment_id = r.assignment_id AND later.revision > r.revision)
      ) r
      WHERE ${stopped} IS NULL AND NOT EXISTS (
        SELECT FROM inspection i JOIN rating seen ON seen.id = i.rating_id
        WHERE i.lot_id = r.lot_id AND i.output_id = r.output_id AND seen.assignment_id = r.assignment_id AND i.error IS FALSE)
    )
    SELECT count(*) FILTER (WHERE state <> 'withdrawn')::int AS formed, count(*) FILTER (WHERE state = 'passed')::int AS passed,
      count(*) FILTER (WHERE state = 'drawn')::int AS waiting,
      count(*) FILTER (WHERE id IN (SELECT lot_id FROM counting))::int AS "notReopened"
    FROM lots`
  return lots ?? { formed: 0, passed: 0, waiting: 0, notReopened: 0 }
}
