import { readingWork } from '@/lib/domain/quality/monitors/pace'
import type { Transaction } from '@/lib/data/db'

type Turn = string | { role: string; content: string }
type ShownRow = { turns: Turn[]; outputs: { source: Turn[] | null; media: number; seconds: number | null }[] }

const textOf = (turn: Turn) => (typeof turn === 'string' ? turn : turn.content)

/** How much there is to read in a task, or of clips their seconds; null where its outputs are not kept. Found out once. */
export async function readingWorkOf(tx: Transaction, taskId: string): Promise<number | null> {
  const [row] = await tx.$queryRaw<ShownRow[]>`
    SELECT p.turns, (
      SELECT json_agg(json_build_object('source', c.source, 'media', clips.n, 'seconds', clips.seconds))
      FROM task_output x JOIN output o ON o.id = x.output_id LEFT JOIN content c ON c.hash = o.content_hash
      CROSS JOIN LATERAL (
        SELECT count(*)::int AS n, sum(media.seconds) AS seconds FROM output_media shown
        JOIN media ON media.hash = shown.media_hash WHERE shown.output_id = o.id) clips
      WHERE x.task_id = t.id) AS outputs
    FROM task t JOIN prompt p ON p.id = t.prompt_id WHERE t.id = ${taskId}::uuid`
  const work = row ? workOf(row) : null
  if (work !== null) await tx.task.updateMany({ where: { id: taskId }, data: { readingWork: work } })
  return work
}

function workOf({ turns, outputs }: ShownRow): number | null {
  if (outputs.some(({ source, media }) => source === null && media === 0)) return null
  const seconds = outputs.reduce((sum, each) => sum + (each.seconds ?? 0), 0)
  return seconds > 0
    ? seconds
    : readingWork([...turns, ...outputs.flatMap(({ source }) => source ?? [])].map(textOf))
}
