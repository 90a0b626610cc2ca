import { z } from 'zod'
import { emptyCell } from '@/lib/domain/leaderboard/cells'
import type { Admin } from '@/lib/domain/people/actor'
import type { AgreedRecord } from '@/lib/domain/quality/arbitration/agreed-record'
import type { CellProvenance } from '@/lib/domain/quality/views/provenance-view'
import { UserError } from '@/lib/domain/user-error'
import { db, type Transaction } from '@/lib/data/db'
import { recordOfCell } from '@/lib/data/releases/agreed-scores'
import { loadStudy, type LoadedStudy } from '@/lib/data/releases/board-settings'
import { oneSnapshot } from '@/lib/data/releases/compute-board'
import { decisionsOf } from '@/lib/data/releases/decision-rows'
import { refuseSealed } from '@/lib/data/releases/seal'
import { judgedCell, ratingsOfCell, type CellRatingRow } from './cell-ratings'

export type CellName = { prompt: string; model: string; criterion: string }

/**
 * Where the value of one cell comes from: every rating about it with whether and why it counts, what was decided, by what
 * rule, and what the agreed score was before.
 *
 * @throws UserError `sealed` before the study is unsealed, `not_found` for a cell that is on no board
 */
export async function cellProvenance(_admin: Admin, slug: string, name: CellName): Promise<CellProvenance> {
  const study = await loadStudy(slug, 0)
  return db.$transaction(async (tx) => {
    await refuseSealed(tx, study)
    return provenanceOf(tx, study, name)
  }, oneSnapshot)
}

async function provenanceOf(tx: Transaction, study: LoadedStudy, name: CellName): Promise<CellProvenance> {
  const { settings } = study
  const place = {
    prompt: settings.prompts.findIndex(({ id }) => id === name.prompt),
    model: settings.models.findIndex(({ id }) => id === name.model),
    criterion: settings.criteria.findIndex(({ id }) => id === name.criterion),
  }
  const [model, criterion] = [settings.models[place.model], settings.criteria[place.criterion]]
  const output = await outputOf(tx, study.id, name)
  if (!output || !model || !criterion || place.prompt < 0)
    throw new UserError('not_found', 'There is no such cell on the board.')
  const cell = { ...name, outputId: output.id }
  const rows = await ratingsOfCell(tx, study, cell)
  const decisions = (await decisionsOf(tx, study)).filter(
    (each) => each.outputId === output.id && each.criterion === name.criterion,
  )
  const judged = judgedCell(study, cell, { rows, decisions }) ?? {
    ...emptyCell(place),
    agreement: { status: 'incomplete' },
  }
  const record = recordOfCell(judged, study, new Map(decisions.map((each) => [each.id, each])))
  const history = await historyOf(tx, study, cell)
  const [latest] = history
  const isKept = latest?.value === record.value && latest.by === record.by
  const { minimum: min, maximum: max, step } = criterion
  return {
    study: { slug: study.slug, name: settings.study.name },
    release: await latestRelease(tx, study.id),
    prompt: name.prompt,
    model: { id: model.id, name: model.name },
    criterion: { id: criterion.id, name: criterion.name, scale: { min, max, step } },
    rubricVersion: settings.method.rubricVersion,
    promptTurns: output.promptTurns,
    outputTurns: output.outputTurns,
    record: { ...record, version: (latest?.version ?? 0) + (isKept ? 0 : 1) },
    ratings: rows.map((row) => ratingOf(row, record)),
    decisions: decisions.map(({ by, value, minutes, present, cause, at, reason }) => ({
      by,
      value,
      minutes,
      present,
      cause,
      at: at.toISOString(),
      stands: reason === null,
    })),
    history: isKept ? history.slice(1) : history,
  }
}

function ratingOf(
  row: CellRatingRow,
  record: Omit<AgreedRecord, 'version'>,
): CellProvenance['ratings'][number] {
  const { ratingId, rater, value, revision, at, extra } = row
  const against = record.notCounting.find((each) => each.ratingId === ratingId)?.reason
  const counts = record.counting.some((each) => each.ratingId === ratingId)
  const reason = counts
    ? null
    : row.reason === 'excluded'
      ? (row.excludedFor ?? row.reason)
      : (against ?? row.reason)
  return { ratingId, rater, kind: extra ? 'extra' : 'live', value, revision, at, counts, reason }
}

const htmlTurns = z.array(
  z.union([z.string(), z.object({ content: z.string() }).transform(({ content }) => content)]),
)

async function outputOf(tx: Transaction, studyId: string, { prompt, model }: CellName) {
  const found = await tx.output.findFirst({
    where: { studyId, prompt: { key: prompt }, model: { key: model } },
    select: { id: true, prompt: { select: { html: true } }, content: { select: { html: true } } },
  })
  if (!found) return null
  const { turns } = z.object({ turns: htmlTurns.default([]) }).parse(found.prompt.html)
  return { id: found.id, promptTurns: turns, outputTurns: htmlTurns.parse(found.content?.html ?? []) }
}

type Version = CellProvenance['history'][number]

/** Versions of the agreed score under the newest rubric and under what its criterion carries on, newest first. */
async function historyOf(
  tx: Transaction,
  { rubricId }: LoadedStudy,
  cell: { outputId: string; criterion: string },
): Promise<Version[]> {
  const rows = await tx.$queryRaw<(Omit<Version, 'at'> & { at: Date })[]>`
    SELECT a.version, a.value, a.provenance->>'by' AS by, a.created_at AS at
    FROM criterion newest JOIN criterion c ON coalesce(c.same_as, c.id) = coalesce(newest.same_as, newest.id)
    JOIN agreed_score a ON a.criterion_id = c.id AND a.output_id = ${cell.outputId}::uuid
    WHERE newest.rubric_id = ${rubricId}::uuid AND newest.key = ${cell.criterion}
    ORDER BY a.created_at DESC, a.version DESC`
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

async function latestRelease(tx: Transaction, studyId: string): Promise<number | null> {
  const { _max: latest } = await tx.release.aggregate({ where: { studyId }, _max: { number: true } })
  return latest.number
}
