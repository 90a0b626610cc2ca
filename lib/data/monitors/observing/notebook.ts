import type { MonitorEvent } from '@/lib/domain/quality/monitors/monitor-event'
import type { MonitorState } from '@/lib/domain/quality/monitors/monitor-state'
import { updateMonitors } from '@/lib/domain/quality/monitors/update-monitors'
import type { Transaction } from '@/lib/data/db'
import { SHEET_EVERY } from '@/lib/data/monitors/judging/sheet-every'
import type { Told, Watched } from './watched'

type Noted = Told & { assignmentId: string; raterId: string }

/** The monitors of the raters of one task while a rating is told to them: read once, written once. */
export type Notebook = {
  raters: Map<string, Watched>
  told: Map<string, Noted>
  changed: { raters: Set<string>; assignments: Set<string> }
  /** Who has now done a full number of tasks, at which the own sheet is brought up to date. */
  shown: Set<string>
}

type Known = { assignmentId: string; watched: Watched; told: Told | null }

export function notebook(known: readonly Known[]): Notebook {
  const told = known.flatMap(({ assignmentId, watched: { raterId }, told }): Noted[] =>
    told === null ? [] : [{ ...told, assignmentId, raterId }],
  )
  return {
    raters: new Map(known.map(({ watched }) => [watched.raterId, watched])),
    told: new Map(told.map((each) => [each.assignmentId, each])),
    changed: { raters: new Set(), assignments: new Set() },
    shown: new Set(),
  }
}

/** Updates a rater's monitors; somebody without any is passed over. */
export function tell(book: Notebook, raterId: string, event: MonitorEvent): void {
  const watched = book.raters.get(raterId)
  if (!watched?.state) return
  const state = updateMonitors(watched.state, event)
  book.raters.set(raterId, { ...watched, state })
  book.changed.raters.add(raterId)
  if (event.kind === 'rated' && state.tasks % SHEET_EVERY === 0) book.shown.add(raterId)
}

export function note(book: Notebook, noted: Noted): void {
  book.told.set(noted.assignmentId, noted)
  book.changed.assignments.add(noted.assignmentId)
}

export type Changed = Watched & { state: MonitorState }

/**
 * Writes what has changed and returns it, in one statement: of a rater whose monitors were started anew meanwhile,
 * nothing is kept.
 */
export async function keepNotebook(tx: Transaction, studyId: string, book: Notebook): Promise<Changed[]> {
  const raters = [...book.changed.raters].flatMap((id): Changed[] => {
    const watched = book.raters.get(id)
    return watched?.state ? [{ ...watched, state: watched.state }] : []
  })
  if (raters.length === 0) return []
  const told = [...book.changed.assignments].flatMap((id) => book.told.get(id) ?? [])
  const kept = await tx.$queryRaw<{ id: string }[]>`
    WITH fresh AS (
      SELECT rater_id, started_at, CASE WHEN shown THEN state || jsonb_build_object('shown', state) ELSE state END AS state
      FROM unnest(${raters.map(({ raterId }) => raterId)}::uuid[], ${raters.map(({ startedAt }) => startedAt)}::timestamptz[],
        ${raters.map(({ raterId }) => book.shown.has(raterId))}::boolean[], ${raters.map(({ state }) => JSON.stringify(state))}::jsonb[])
        AS f (rater_id, started_at, shown, state)
    ), kept AS (
      INSERT INTO monitor AS m (study_id, rater_id, started_at, state)
      SELECT ${studyId}::uuid, rater_id, started_at, state FROM fresh
      ON CONFLICT (study_id, rater_id) DO UPDATE SET updated_at = now(), state = CASE
        WHEN m.state ? 'shown' AND NOT excluded.state ? 'shown' THEN excluded.state || jsonb_build_object('shown', m.state -> 'shown')
        ELSE excluded.state END
      WHERE m.started_at = excluded.started_at
      RETURNING m.rater_id AS id
    ), noted AS (
      INSERT INTO monitor_told (assignment_id, task, cells, rating_id)
      SELECT assignment_id, task, cells, rating_id
      FROM unnest(${told.map(({ assignmentId }) => assignmentId)}::uuid[], ${told.map(({ raterId }) => raterId)}::uuid[],
        ${told.map(({ task }) => task)}::int[], ${told.map(({ cells }) => JSON.stringify(cells))}::jsonb[],
        ${told.map(({ ratingId }) => ratingId)}::uuid[]) AS t (assignment_id, rater_id, task, cells, rating_id)
      WHERE rater_id IN (SELECT id FROM kept)
      ON CONFLICT (assignment_id) DO UPDATE SET cells = excluded.cells, rating_id = excluded.rating_id
    )
    SELECT id FROM kept`
  const ids = new Set(kept.map(({ id }) => id))
  return raters.filter(({ raterId }) => ids.has(raterId))
}
