import { inLocale } from '@/lib/domain/in-locale'
import { isAsked } from '@/lib/domain/rating/draft'
import type { TaskModel } from '@/components/rating/task-model'
import { useShown } from '@/components/rating/output/use-shown'

/** The criteria of the output at hand, each with its score. */
export function CriterionSteps({ model }: { model: TaskModel }) {
  const { desk, locale, dispatch } = model
  const { output } = desk.at
  const scores = desk.draft.scores[desk.sheet.labels[output] ?? ''] ?? {}
  return (
    <div className="flex overflow-x-auto border-b border-line [scrollbar-width:none]">
      {desk.sheet.criteria.map((criterion, index) =>
        isAsked(desk.sheet, { output, criterion: index }) ? (
          <Step
            key={criterion.id}
            name={inLocale(criterion.name, locale)}
            score={scores[criterion.id]}
            at={index === desk.at.criterion}
            onClick={() => dispatch({ type: 'focus', at: { output, criterion: index } })}
          />
        ) : null,
      )}
    </div>
  )
}

type StepProps = { name: string; score: number | undefined; at: boolean; onClick: () => void }

function Step({ name, score, at, onClick }: StepProps) {
  const step = useShown<HTMLButtonElement>(at)
  return (
    <button
      ref={step}
      type="button"
      aria-current={at ? 'step' : undefined}
      onClick={onClick}
      className="h-10 min-w-24 flex-1 border-l border-line px-2 text-14 whitespace-nowrap text-ink-2 first:border-l-0 aria-[current]:bg-accent-wash aria-[current]:font-semibold aria-[current]:text-accent aria-[current]:shadow-[inset_0_2px_var(--accent)]"
    >
      {name}
      {score === undefined ? null : <b className="ml-1 font-semibold text-ink">{score}</b>}
    </button>
  )
}
