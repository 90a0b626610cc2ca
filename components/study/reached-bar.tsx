/** Tasks by how many ratings they have had, as one thin bar: the darker, the nearer to k; the empty rest has none. */
export function ReachedBar({ reached, tasks, label }: { reached: number[]; tasks: number; label: string }) {
  const k = reached.length - 1
  let from = 0
  const parts = reached
    .map((count, ratings) => ({ count, ratings }))
    .reverse()
    .filter(({ count, ratings }) => count > 0 && ratings > 0)
    .map(({ count, ratings }) => {
      const part = { ratings, x: (from / tasks) * 100, width: (count / tasks) * 100 }
      from += count
      return part
    })
  return (
    <svg role="img" aria-label={label} className="block h-2 w-full min-w-24" preserveAspectRatio="none">
      <rect width="100%" height="100%" className="fill-line" />
      {parts.map((part) => (
        <rect
          key={part.ratings}
          x={`${part.x}%`}
          width={`${part.width}%`}
          height="100%"
          className={shade(part.ratings / k)}
        />
      ))}
    </svg>
  )
}

function shade(share: number): string {
  if (share >= 1) return 'fill-level-5'
  return share > 0.5 ? 'fill-level-3' : 'fill-level-2'
}
