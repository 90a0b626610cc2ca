/** Steps that the drawing reaches either way, unless the mark or the bias lies further out. */
const REACH = 1.5

/** A bias on its axis: the quiet line in the middle is the experts, what lies outside the mark is shaded. */
export function BiasMark({ bias, mark }: { bias: number | null; mark: number }) {
  const reach = Math.max(REACH, mark * 1.2, Math.abs(bias ?? 0) * 1.1)
  const x = (value: number) => `${50 + (50 * value) / reach}%`
  return (
    <svg width="100%" height="16" aria-hidden className="mt-1 overflow-visible">
      <rect x="0" width={x(-mark)} height="100%" className="fill-well" />
      <rect x={x(mark)} width={`${50 - (50 * mark) / reach}%`} height="100%" className="fill-well" />
      {[-mark, mark].map((edge) => (
        <line
          key={edge}
          x1={x(edge)}
          x2={x(edge)}
          y1="0"
          y2="100%"
          strokeDasharray="2 2"
          className="stroke-control"
        />
      ))}
      <line x1="50%" x2="50%" y1="0" y2="100%" className="stroke-line-strong" />
      {bias === null ? null : <circle cx={x(bias)} cy="50%" r="4" className="fill-ink" />}
    </svg>
  )
}
