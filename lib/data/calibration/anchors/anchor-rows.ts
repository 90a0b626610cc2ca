import type { Anchor, AnchorCell } from '@/lib/domain/quality/calibration/anchor'
import type { Db, Transaction } from '@/lib/data/db'
import type { AnchorModel } from '@/lib/data/generated/models'

/** An anchor with the output whose scores it knows. */
export type KeptAnchor = Anchor & { outputId: string }

type Row = Pick<AnchorModel, 'id' | 'taskId' | 'outputId' | 'cells'>

const kept = (row: Row, rubricVersion: number): KeptAnchor => ({
  id: row.id,
  taskId: row.taskId,
  outputId: row.outputId,
  rubricVersion,
  // Written by `makeAnchors` alone, from what `judgeAnchor` made.
  cells: row.cells as unknown as AnchorCell[],
})

const columns = { id: true, taskId: true, outputId: true, cells: true } as const

/** The anchors of a study that count under a version of its rubric, in an order that does not change. */
export async function anchorsInForce(
  at: Db | Transaction,
  studyId: string,
  rubric: { id: string; version: number },
): Promise<KeptAnchor[]> {
  const rows = await at.anchor.findMany({
    where: { studyId, rubricId: rubric.id, retiredAt: null },
    orderBy: { id: 'asc' },
    select: columns,
  })
  return rows.map((row) => kept(row, rubric.version))
}

/** Anchors by id in the order asked for, retired ones too: an attempt keeps the anchors that it was drawn with. */
export async function anchorsById(
  at: Db | Transaction,
  ids: readonly string[],
  rubricVersion: number,
): Promise<KeptAnchor[]> {
  const rows = await at.anchor.findMany({ where: { id: { in: [...ids] } }, select: columns })
  const byId = new Map(rows.map((row) => [row.id, kept(row, rubricVersion)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
