import { useId } from 'react'
import { classes } from '@/components/ui/classes'
import { KeyLegend } from '@/components/rating/keys/key-legend'
import { LevelStrip } from '@/components/rating/scoring/level-strip'
import { OutputColumn } from './output-column'
import { OutputTabs } from './output-tabs'
import { PromptPane } from '@/components/rating/reading/prompt-pane'
import type { TaskModel } from '@/components/rating/task-model'
import { useLinkedScroll } from './use-linked-scroll'
import { useMarks } from './use-marks'
import { useOverflow } from './use-overflow'

/** The desk with room: prompt, equal columns of outputs, the levels in focus, the keys. */
export function WideDesk({ model }: { model: TaskModel }) {
  const panel = useId()
  const [row, overflows] = useOverflow<HTMLDivElement>()
  const onScroll = useLinkedScroll(model.view.linked)
  const marks = useMarks(model)
  const { task, desk, view } = model
  const several = task.outputs.length > 1
  const pinned = several && (overflows || view.solo)
  const shown = task.outputs.flatMap((text, output) =>
    view.solo && several && desk.at.output !== output ? [] : [{ text, output }],
  )
  return (
    <>
      <main
        id="main"
        className="grid min-h-0 flex-1 grid-cols-[var(--prompt-width,256px)_minmax(0,1fr)] min-[1360px]:grid-cols-[var(--prompt-width,304px)_minmax(0,1fr)]"
      >
        <PromptPane model={model} />
        <div className="flex min-h-0 min-w-0 flex-col">
          {pinned ? <OutputTabs model={model} panel={panel} /> : null}
          <div
            id={panel}
            ref={row}
            className={classes(
              'grid min-h-0 flex-1 grid-flow-col grid-rows-[minmax(0,1fr)] overflow-x-auto overflow-y-hidden',
              view.solo ? 'auto-cols-[minmax(0,1fr)]' : columnsFor(task.outputs.length),
            )}
          >
            {shown.map(({ text, output }) => (
              <OutputColumn
                key={output}
                text={text}
                language={task.language}
                alone={shown.length === 1}
                pinned={pinned}
                onScroll={onScroll}
                {...marks(output)}
              />
            ))}
          </div>
        </div>
      </main>
      <LevelStrip model={model} />
      <KeyLegend model={model} />
    </>
  )
}

/** Five just fit on a common screen; more scroll in any case, and then at a width that reads better. */
function columnsFor(outputs: number): string {
  const five = 'auto-cols-[minmax(min(272px,100%),1fr)] min-[1400px]:auto-cols-[minmax(216px,1fr)]'
  return outputs === 5 ? five : 'auto-cols-[minmax(min(272px,100%),1fr)]'
}
