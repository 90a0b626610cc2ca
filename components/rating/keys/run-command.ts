import type { DeskCommand } from '@/lib/domain/rating/desk-keys'
import { neighbour } from '@/lib/domain/rating/desk-state'
import { goToTurn, readOn } from '@/components/rating/reading/reading'
import type { TaskModel } from '@/components/rating/task-model'

/** Carries out a key's command; false leaves the key to the browser. */
export function runCommand(model: TaskModel, command: DeskCommand): boolean {
  const { desk, view, dispatch } = model
  const { output } = desk.at
  switch (command.does) {
    case 'type':
      dispatch({ type: 'type', key: command.key })
      return true
    case 'nudge':
      dispatch({ type: 'nudge', by: command.by })
      return true
    case 'move':
      dispatch({ type: 'move', outputs: command.outputs, criteria: command.criteria })
      return true
    case 'clear':
    case 'undo':
      dispatch({ type: command.does })
      return true
    case 'walk':
      return walk(model, command.by)
    case 'read':
      readOn(output, command.by, view.linked)
      return true
    case 'turn':
      goToTurn(output, command.by)
      return true
    case 'submit':
      model.submit()
      return true
    case 'comment':
      if (model.comments) model.comment(output)
      return model.comments
    case 'cannotJudge':
      if (model.cannotJudge) toggleReason(model, desk.sheet.labels[output] ?? 'task')
      return model.cannotJudge
    case 'cannotJudgeTask':
      if (model.wholeTask) toggleReason(model, 'task')
      return model.wholeTask
    case 'help':
      model.ask({ what: 'keys' })
      return true
    case 'reference':
      model.setView({ ...view, reference: !view.reference })
      return true
    case 'link':
      model.setView({ ...view, linked: !view.linked })
      return true
    case 'solo':
      model.setView({ ...view, solo: !view.solo })
      return true
  }
}

/** Asks for the reason, or takes it back. */
export function toggleReason(model: TaskModel, label: string): void {
  if (model.desk.draft.cannotJudge[label] === undefined) model.ask({ what: 'reason', label })
  else model.dispatch({ type: 'cannotJudge', label, reason: null })
}

/** Tab walks the cells, and leaves them at both ends. */
function walk(model: TaskModel, by: 1 | -1): boolean {
  const at = neighbour(model.desk, by)
  if (at) model.dispatch({ type: 'focus', at })
  return at !== null
}
