import { classes } from '@/components/ui/classes'
import type { Locale } from '@/lib/domain/in-locale'
import type { Criterion } from '@/lib/domain/study/rubric'
import { ColumnTail } from './column-tail'
import { ScoreCell } from '@/components/rating/scoring/score-cell'

export type MarksProps = {
  output: number
  label: string
  criteria: Criterion[]
  /** Those to score, where it is not all. */
  asked: readonly string[] | undefined
  comments: boolean
  cannotJudge: boolean
  locale: Locale
  scores: Record<string, number> | undefined
  done: number
  comment: string
  reason: string | undefined
  /** Criterion in focus, null where the focus is on another output. */
  at: number | null
  lastCriterion: number
  writing: boolean
  /** Criteria that the server found something wrong with, joined by commas. */
  wrong: string
  onScore: (output: number, criterion: number, value: number) => void
  onFocus: (output: number, criterion: number) => void
  onWrite: (output: number, open: boolean) => void
  onText: (output: number, text: string) => void
  onCannot: (output: number) => void
  onCan: (output: number) => void
}

/** The scores of one output, one row per criterion. */
export function OutputMarks(props: MarksProps & { alone: boolean }) {
  const { output, label, criteria, locale, scores, at } = props
  const wrong = props.wrong.split(',')
  const measure = props.alone && 'mx-auto w-full max-w-[792px]'
  return (
    <div className="@container flex max-h-[55%] shrink-0 flex-col border-t border-line-strong bg-paper pt-2">
      <div className={classes('min-h-0 overflow-y-auto [scrollbar-width:thin]', measure)}>
        {criteria.map((criterion, index) =>
          props.asked?.includes(criterion.id) === false ? null : (
            <ScoreCell
              key={criterion.id}
              output={output}
              label={label}
              locale={locale}
              criterion={criterion}
              index={index}
              value={scores?.[criterion.id]}
              at={at === index}
              error={wrong.includes(criterion.id)}
              onScore={props.onScore}
              onFocus={props.onFocus}
            />
          ),
        )}
      </div>
      {props.comments || props.cannotJudge ? (
        <div className={classes('shrink-0', measure)}>
          <ColumnTail
            label={label}
            comment={props.comment}
            writing={props.writing}
            reason={props.reason}
            onWrite={(open) => props.onWrite(output, open)}
            onText={(text) => props.onText(output, text)}
            comments={props.comments}
            cannotJudge={props.cannotJudge}
            onCannot={() => (props.reason === undefined ? props.onCannot(output) : props.onCan(output))}
          />
        </div>
      ) : null}
    </div>
  )
}
