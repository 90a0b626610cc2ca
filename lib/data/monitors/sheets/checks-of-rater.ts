import { z } from 'zod'
import { groupBy } from '@/lib/domain/group-by'
import { degradedStanding, outputLevel } from '@/lib/domain/quality/checks/degraded-check'
import type { ComparedCell } from '@/lib/domain/quality/monitors/monitor-event'
import type { Fingerprint } from '@/lib/domain/quality/views/rater-view'
import type { ScaleShape } from '@/lib/domain/study/scale'
import { mean } from '@/lib/stats/descriptive/mean'
import { db } from '@/lib/data/db'

type Who = { studyId: string; raterId: string }
type Scales = ReadonlyMap<string, ScaleShape>

/** Enough of a rater's latest own work to tell how the scores of whole outputs usually lie. */
const WHOLE_TASKS = 200

const degradedOutcome = z.object({ damaged: z.number(), original: z.array(z.number()) })

/** The hidden checks that a rater has scored, and whether damage was seen. Gold without known scores checked nothing. */
export async function checksOf(who: Who): Promise<Fingerprint['checks']> {
  const { studyId, raterId } = who
  const rows = await db.check.findMany({
    where: {
      assignment: { studyId, raterId, status: 'submitted' },
      NOT: { kind: 'gold', expected: { equals: [] } },
    },
    select: { kind: true, outcome: true },
  })
  const count = (kind: string) => rows.filter((row) => row.kind === kind).length
  const outcomes = rows.flatMap(({ kind, outcome }) =>
    kind === 'degraded' && outcome !== null ? [degradedOutcome.parse(outcome)] : [],
  )
  const damage = degradedStanding(outcomes, outcomes.length === 0 ? [] : await wholeOutputs(who))
  return { gold: count('gold'), repeat: count('repeat'), degraded: count('degraded'), damage }
}

/** How far the rater's level of each output lies from what the others gave it, over the latest live tasks. */
async function wholeOutputs({ studyId, raterId }: Who): Promise<number[]> {
  const rows = await db.$queryRaw<{ cells: ComparedCell[] }[]>`
    SELECT t.cells FROM assignment a JOIN monitor_told t ON t.assignment_id = a.id
    WHERE a.study_id = ${studyId}::uuid AND a.rater_id = ${raterId}::uuid AND t.cells <> 'null'
    ORDER BY a.ended_at DESC LIMIT ${WHOLE_TASKS}`
  const scales = await scalesOf(studyId)
  return rows.flatMap(({ cells }) => distances(cells, scales))
}

async function scalesOf(studyId: string): Promise<Scales> {
  const rows = await db.criterion.findMany({ where: { rubric: { studyId } } })
  return new Map(
    rows.map(({ id, sameAs, minimum, maximum, step }) => [
      sameAs ?? id,
      { min: minimum, max: maximum, step },
    ]),
  )
}

function distances(cells: readonly ComparedCell[], scales: Scales): number[] {
  return Array.from(groupBy(cells, ({ position }) => position).values()).flatMap((output) => {
    const own = levelOf(output, ({ score }) => score, scales)
    const others = (output[0]?.others ?? []).flatMap(
      (_, at) => levelOf(output, (cell) => cell.others[at] ?? null, scales) ?? [],
    )
    return own === null || others.length === 0 ? [] : [own - mean(others)]
  })
}

type Score = (cell: ComparedCell) => number | null

function levelOf(cells: readonly ComparedCell[], scoreOf: Score, scales: Scales): number | null {
  return outputLevel(
    cells.flatMap((cell) => {
      const [score, scale] = [scoreOf(cell), scales.get(cell.criterion)]
      return score === null || scale === undefined ? [] : [{ score, scale }]
    }),
  )
}
