import { useMemo } from 'react'
import type { MarksProps } from './output-marks'
import type { TaskModel } from '@/components/rating/task-model'

type Events = Pick<MarksProps, 'onScore' | 'onFocus' | 'onWrite' | 'onText' | 'onCannot' | 'onCan'>

/** What each output's scores need, with events that stay the same so that only the touched column is drawn again. */
export function useMarks(model: TaskModel): (output: number) => MarksProps {
  const { dispatch, comment, ask } = model
  const { labels } = model.desk.sheet
  const events = useMemo<Events>(() => {
    const labelOf = (output: number) => labels[output] ?? ''
    return {
      onScore: (output, criterion, value) => dispatch({ type: 'score', at: { output, criterion }, value }),
      onFocus: (output, criterion) => dispatch({ type: 'focus', at: { output, criterion } }),
      onWrite: (output, open) => comment(open ? output : null),
      onText: (output, text) => dispatch({ type: 'comment', label: labelOf(output), text }),
      onCannot: (output) => ask({ what: 'reason', label: labelOf(output) }),
      onCan: (output) => dispatch({ type: 'cannotJudge', label: labelOf(output), reason: null }),
    }
  }, [labels, dispatch, comment, ask])
  return (output) => ({ ...marksOf(model, output), ...events })
}

function marksOf(model: TaskModel, output: number): Omit<MarksProps, keyof Events> {
  const { desk, fields } = model
  const { criteria } = desk.sheet
  const label = desk.sheet.labels[output] ?? ''
  const scores = desk.draft.scores[label]
  const asked = desk.sheet.asked?.[label]
  return {
    output,
    label: model.labels[output] ?? label,
    criteria,
    asked,
    comments: model.comments,
    cannotJudge: model.cannotJudge,
    locale: model.locale,
    scores,
    done: criteria.filter((criterion) => scores?.[criterion.id] !== undefined).length,
    comment: desk.draft.comments[label] ?? '',
    reason: desk.draft.cannotJudge['task'] ?? desk.draft.cannotJudge[label],
    at: desk.at.output === output ? desk.at.criterion : null,
    lastCriterion: desk.at.output === output ? desk.at.criterion : 0,
    writing: model.commenting === output,
    wrong: criteria.flatMap(({ id }) => (fields[`scores.${label}.${id}`] ? [id] : [])).join(','),
  }
}
