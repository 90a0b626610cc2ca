import { cellsOf, emptyDraft, missingIn, scoreAt, type Cell, type Draft, type Sheet } from './draft'
import { entryAfter, stepFrom } from './score-entry'

/** A task on the desk: what was put down, which cell has the focus, what was typed on it, and what Z takes back. */
export type Desk = {
  sheet: Sheet
  draft: Draft
  at: Cell
  typed: string
  past: { draft: Draft; at: Cell }[]
}

export type DeskEvent =
  | { type: 'type'; key: string }
  | { type: 'settle' }
  | { type: 'nudge'; by: 1 | -1 }
  | { type: 'score'; at: Cell; value: number }
  | { type: 'clear' }
  | { type: 'move'; outputs: number; criteria: number }
  | { type: 'focus'; at: Cell }
  | { type: 'comment'; label: string; text: string }
  | { type: 'cannotJudge'; label: string; reason: string | null }
  | { type: 'undo' }

const longestPast = 200

export function openDesk(sheet: Sheet, draft: Draft = emptyDraft): Desk {
  const first = missingIn(sheet, draft)[0]?.at ?? cellsOf(sheet)[0] ?? { output: 0, criterion: 0 }
  return { sheet, draft, at: first, typed: '', past: [] }
}

/** What a key or a click makes of the desk. Pure. */
export function deskAfter(desk: Desk, event: DeskEvent): Desk {
  switch (event.type) {
    case 'type':
      return typeKey(desk, event.key)
    case 'settle':
      return settle(desk)
    case 'nudge':
      return nudge(desk, event.by)
    case 'score':
      return moveOn(score({ ...desk, at: event.at }, event.value))
    case 'clear':
      return clear(desk)
    case 'move':
      return move(desk, event)
    case 'focus':
      return focus(desk, event.at)
    case 'comment':
      return {
        ...desk,
        draft: { ...desk.draft, comments: { ...desk.draft.comments, [event.label]: event.text } },
      }
    case 'cannotJudge':
      return cannotJudge(desk, event.label, event.reason)
    case 'undo':
      return undo(desk)
  }
}

/** The cell before or after in walking order; null at the ends, where Tab leaves the cells. */
export function neighbour(desk: Desk, by: 1 | -1): Cell | null {
  const cells = cellsOf(desk.sheet)
  const index = cells.findIndex((cell) => sameCell(cell, desk.at))
  return cells[index + by] ?? null
}

export function sameCell(one: Cell, other: Cell): boolean {
  return one.output === other.output && one.criterion === other.criterion
}

function typeKey(desk: Desk, key: string): Desk {
  const scale = desk.sheet.criteria[desk.at.criterion]?.scale
  if (!scale) return desk
  const entry = entryAfter(desk.typed, key, scale)
  if (entry.kind === 'done') return moveOn(score(desk, entry.value))
  if (entry.kind === 'open') {
    return { ...(entry.value === null ? desk : score(desk, entry.value)), typed: entry.typed }
  }
  // The key does not go with what was typed: that entry is finished, and the key begins the next one.
  return desk.typed === '' ? desk : typeKey(settle(desk), key)
}

function settle(desk: Desk): Desk {
  if (desk.typed === '') return desk
  const scored = scoreAt(desk.sheet, desk.draft, desk.at) === Number(desk.typed)
  return scored ? moveOn(desk) : { ...desk, typed: '' }
}

function nudge(desk: Desk, by: 1 | -1): Desk {
  const scale = desk.sheet.criteria[desk.at.criterion]?.scale
  if (!scale) return desk
  return score(desk, stepFrom(scoreAt(desk.sheet, desk.draft, desk.at), by, scale))
}

/** Scoring an output that was said to be beyond judging takes that back. */
function score(desk: Desk, value: number): Desk {
  const label = desk.sheet.labels[desk.at.output]
  const criterion = desk.sheet.criteria[desk.at.criterion]
  if (label === undefined || criterion === undefined) return desk
  const { [label]: _output, task: _task, ...cannotJudge } = desk.draft.cannotJudge
  const scores = { ...desk.draft.scores, [label]: { ...desk.draft.scores[label], [criterion.id]: value } }
  return remember(desk, { ...desk.draft, scores, cannotJudge })
}

function clear(desk: Desk): Desk {
  const label = desk.sheet.labels[desk.at.output]
  const criterion = desk.sheet.criteria[desk.at.criterion]
  if (
    label === undefined ||
    criterion === undefined ||
    desk.draft.scores[label]?.[criterion.id] === undefined
  ) {
    return { ...desk, typed: '' }
  }
  const { [criterion.id]: _gone, ...rest } = desk.draft.scores[label]
  return remember(desk, { ...desk.draft, scores: { ...desk.draft.scores, [label]: rest } })
}

function cannotJudge(desk: Desk, label: string, reason: string | null): Desk {
  const { [label]: _gone, ...others } = desk.draft.cannotJudge
  const next = remember(desk, {
    ...desk.draft,
    cannotJudge: reason === null ? others : { ...others, [label]: reason },
  })
  return reason === null || label === 'task' ? next : moveOn(next)
}

function undo(desk: Desk): Desk {
  const last = desk.past.at(-1)
  if (!last) return desk
  // Comments have the undo of their text field.
  return {
    ...desk,
    ...last,
    draft: { ...last.draft, comments: desk.draft.comments },
    typed: '',
    past: desk.past.slice(0, -1),
  }
}

function remember(desk: Desk, draft: Draft): Desk {
  return {
    ...desk,
    draft,
    typed: '',
    past: [...desk.past, { draft: desk.draft, at: desk.at }].slice(-longestPast),
  }
}

/** To the next cell that waits for a score, around the end; where none does, the focus stays. */
function moveOn(desk: Desk): Desk {
  const waiting = missingIn(desk.sheet, desk.draft).flatMap((missing) =>
    missing.kind === 'score' ? [missing.at] : [],
  )
  const after = waiting.find((cell) => isAfter(cell, desk.at))
  return { ...desk, typed: '', at: after ?? waiting[0] ?? desk.at }
}

function isAfter(cell: Cell, at: Cell): boolean {
  return cell.output > at.output || (cell.output === at.output && cell.criterion > at.criterion)
}

/** So many cells on; over those that are not asked for, to the first beyond them that is. */
function move(desk: Desk, { outputs, criteria }: { outputs: number; criteria: number }): Desk {
  const target = { output: desk.at.output + outputs, criterion: desk.at.criterion + criteria }
  if (desk.sheet.asked === undefined) return focus(desk, target)
  const cells = cellsOf(desk.sheet)
  const ahead =
    outputs === 0
      ? cells.filter(
          ({ output, criterion }) =>
            output === desk.at.output && (criterion - desk.at.criterion) * criteria > 0,
        )
      : cells.filter(({ output }) => (output - desk.at.output) * outputs > 0)
  const far = (cell: Cell) =>
    Math.abs(cell.output - target.output) * desk.sheet.criteria.length +
    Math.abs(cell.criterion - target.criterion)
  const [next] = ahead.sort((a, b) => far(a) - far(b))
  return next ? focus(desk, next) : focus(desk, desk.at)
}

function focus(desk: Desk, at: Cell): Desk {
  const within = (index: number, length: number) => Math.max(0, Math.min(length - 1, index))
  return {
    ...desk,
    typed: '',
    at: {
      output: within(at.output, desk.sheet.labels.length),
      criterion: within(at.criterion, desk.sheet.criteria.length),
    },
  }
}
