import type { Admin } from '@/lib/domain/people/actor'
import type { Cause } from '@/lib/domain/quality/arbitration/causes'
import { alphaByPrompt } from '@/lib/domain/quality/rubric-repair/alpha-by-prompt'
import {
  byTrouble,
  listedPrompts,
  noCauses,
  type Disputes,
  type PromptTrouble,
  type RubricTrouble,
} from '@/lib/domain/quality/rubric-repair/rubric-trouble'
import { db, type Transaction } from '@/lib/data/db'
import { rubricOf } from '@/lib/data/desk/rubrics'
import { studyHead } from '@/lib/data/quality/study-head'
import { momentRows, troubleRows, type TroubleRow } from './trouble-sql'

/**
 * Which criteria and prompts of a study its raters disagree about most: counts, agreement and what arbiters named as
 * causes. It may be shown while the study is sealed: nothing of it differs by model.
 */
export function rubricTrouble(_admin: Admin, slug: string): Promise<RubricTrouble> {
  return db.$transaction((tx) => troubleOf(tx, slug), {
    isolationLevel: 'RepeatableRead',
    timeout: 120_000,
    maxWait: 20_000,
  })
}

async function troubleOf(tx: Transaction, slug: string): Promise<RubricTrouble> {
  const { id, name, state, rubricId } = await studyHead(tx, slug)
  const { version, criteria } = await rubricOf(tx, rubricId)
  const rows = await troubleRows(tx, id)
  const moments = await momentRows(tx, { studyId: id, rubricId })
  const disputed = [...summed(rows, ({ promptId }) => promptId)].filter(([, counts]) => counts.disputed > 0)
  const byCriterion = summed(rows, ({ criterion }) => criterion)
  const newest = { where: { studyId: id }, orderBy: { version: 'desc' } } as const
  const { ratingsPerTask } = await tx.protocol.findFirstOrThrow({
    ...newest,
    select: { ratingsPerTask: true },
  })
  const since = await versionsSince(tx, rubricId)
  return {
    study: { slug, name, state },
    version,
    ratingsPerTask,
    criteria: criteria.map((criterion) => ({
      criterion,
      ...(byCriterion.get(criterion.id) ?? nothing()),
      alpha: alphaByPrompt(moments.filter((row) => row.criterion === criterion.id)),
      since: since.get(criterion.id) ?? version,
    })),
    prompts: await withTexts(tx, new Map(disputed)),
    disputedPrompts: disputed.length,
  }
}

const nothing = (): Disputes => ({ cells: 0, disputed: 0, causes: noCauses() })

/** Counts added up by whatever a row belongs to. */
function summed(rows: readonly TroubleRow[], keyOf: (row: TroubleRow) => string): Map<string, Disputes> {
  const sums = new Map<string, Disputes>()
  for (const row of rows) {
    const sum = sums.get(keyOf(row)) ?? nothing()
    sum.cells += row.cells
    sum.disputed += row.disputed
    for (const [cause, times] of Object.entries(row.causes ?? {})) sum.causes[cause as Cause] += times
    sums.set(keyOf(row), sum)
  }
  return sums
}

async function withTexts(tx: Transaction, disputes: ReadonlyMap<string, Disputes>): Promise<PromptTrouble[]> {
  const worst = byTrouble([...disputes].map(([promptId, counts]) => ({ promptId, ...counts }))).slice(
    0,
    listedPrompts,
  )
  const prompts = await tx.prompt.findMany({
    where: { id: { in: worst.map(({ promptId }) => promptId) } },
    select: { id: true, turns: true, abilities: true },
  })
  const byId = new Map(prompts.map((prompt) => [prompt.id, prompt]))
  return worst.map((row) => {
    const { turns, abilities } = byId.get(row.promptId) ?? { turns: [], abilities: [] }
    return { ...row, text: beginning(turns), abilities }
  })
}

/** The beginning of the first turn, as it came. */
function beginning(turns: unknown): string {
  const [first] = Array.isArray(turns) ? (turns as unknown[]) : []
  const text = typeof first === 'string' ? first : ''
  return text.length > 160 ? `${text.slice(0, 159).toWellFormed()}…` : text
}

/** Since which version each criterion asks what it asks now. */
async function versionsSince(tx: Transaction, rubricId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.$queryRaw<{ key: string; version: number }[]>`
    SELECT c.key, b.version FROM criterion c JOIN criterion root ON root.id = coalesce(c.same_as, c.id)
    JOIN rubric b ON b.id = root.rubric_id WHERE c.rubric_id = ${rubricId}::uuid`
  return new Map(rows.map(({ key, version }) => [key, version]))
}
