import { useTranslations } from 'next-intl'
import { cellsOf, scoreAt } from '@/lib/domain/rating/draft'
import { OutputTab } from './output-tab'
import type { TaskModel } from '@/components/rating/task-model'

type Props = { model: TaskModel; panel: string; big?: boolean }

/** Labels that stay in place while columns scroll, or of which one is shown at a time. */
export function OutputTabs({ model, panel, big = false }: Props) {
  const t = useTranslations('desk')
  const { desk, labels } = model
  const { criteria } = desk.sheet
  const { cannotJudge } = desk.draft
  return (
    <div
      role="tablist"
      aria-label={t('outputs')}
      className="relative flex shrink-0 overflow-x-auto border-b border-line bg-sheet [scrollbar-width:none]"
    >
      {desk.sheet.labels.map((label, output) => {
        const now = desk.at.output === output
        const scores = desk.draft.scores[label] ?? {}
        const cells = cellsOf(desk.sheet).filter((cell) => cell.output === output)
        const open = cells.find((cell) => scoreAt(desk.sheet, desk.draft, cell) === undefined) ?? cells[0]
        const criterion = now ? desk.at.criterion : (open?.criterion ?? 0)
        return (
          <OutputTab
            key={label}
            label={labels[output] ?? label}
            now={now}
            done={criteria.filter(({ id }) => scores[id] !== undefined).length}
            of={cells.length}
            cannot={(cannotJudge['task'] ?? cannotJudge[label]) !== undefined}
            onClick={() => model.dispatch({ type: 'focus', at: { output, criterion } })}
            panel={panel}
            big={big}
          />
        )
      })}
    </div>
  )
}
