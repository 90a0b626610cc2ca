import { memo, type UIEvent } from 'react'
import { useTranslations } from 'next-intl'
import { classes } from '@/components/ui/classes'
import type { BlindOutput } from '@/lib/domain/rating/blind-task'
import { ColumnHead } from './column-head'
import { OutputMarks } from './output-marks'
import type { MarksProps } from './output-marks'
import { Turns } from '@/components/rating/reading/turns'
import { useShown } from './use-shown'

type Props = MarksProps & {
  text: BlindOutput
  language: string
  /** The only column: it keeps a measure that reads well. */
  alone: boolean
  /** Labels stand above the columns already. */
  pinned: boolean
  onScroll: (event: UIEvent<HTMLElement>) => void
}

/** One output: its text, and its scores fixed below, so that the eye and the digits stay in place. */
export const OutputColumn = memo(function OutputColumn({
  text,
  language,
  alone,
  pinned,
  onScroll,
  ...marks
}: Props) {
  const t = useTranslations('desk')
  const { label, output, at } = marks
  const now = at !== null
  const column = useShown<HTMLElement>(now)
  const reason = marks.reason !== undefined
  return (
    <section
      ref={column}
      aria-label={t('output', { label })}
      onClick={() =>
        now || window.getSelection()?.isCollapsed === false || marks.onFocus(output, marks.lastCriterion)
      }
      className={classes(
        'relative flex min-h-0 min-w-0 flex-col border-r border-line bg-sheet [--under:var(--sheet)] last:border-r-0',
        now && 'before:absolute before:-inset-x-px before:-top-px before:z-1 before:h-[3px] before:bg-accent',
      )}
    >
      {pinned && alone ? null : (
        <ColumnHead
          label={label}
          now={now}
          done={marks.done}
          of={marks.asked?.length ?? marks.criteria.length}
          cannot={reason}
        />
      )}
      <div
        data-output-text={output}
        tabIndex={0}
        role="region"
        aria-label={t('textOf', { label })}
        onScroll={onScroll}
        className={classes(
          'more-below min-h-0 flex-1 overflow-y-auto px-4 pt-3 pb-6 text-15 outline-offset-[-2px]',
          reason && 'opacity-60',
        )}
      >
        <div className={alone ? 'mx-auto max-w-[760px]' : undefined}>
          <Turns turns={text.turns} language={language} />
        </div>
      </div>
      <OutputMarks {...marks} alone={alone} />
    </section>
  )
})
