type Props = { reached: number[]; tasks: number; label: string }

/** Tasks by how many ratings they have had, as one thin bar: the darker, the nearer to k; the empty rest has none. */
export function ReachedBar({ reached, tasks, label }: Props) {
  const k = reached.length - 1
  return (
    <svg role="img" aria-label={label} className="block h-2 w-full min-w-24" preserveAspectRatio="none">
      <rect width="100%" height="100%" className="fill-line" />
      {tasks === 0
        ? null
        : reached.map((count, ratings) =>
            count === 0 || ratings === 0 ? null : (
              <rect
                key={ratings}
                x={percent(tasksBeyond(reached, ratings), tasks)}
                width={percent(count, tasks)}
                height="100%"
                className={shade(ratings / k)}
              />
            ),
          )}
    </svg>
  )
}

/** Tasks with more ratings than this stand to the left. */
function tasksBeyond(reached: number[], ratings: number): number {
  return reached.slice(ratings + 1).reduce((sum, count) => sum + count, 0)
}

function percent(count: number, tasks: number): string {
  return `${(count / tasks) * 100}%`
}

function shade(share: number): string {
  if (share >= 1) return 'fill-level-5'
  return share > 0.5 ? 'fill-level-3' : 'fill-level-2'
}
