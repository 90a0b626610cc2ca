/** Ratings in each of the last hours as thin bars on one baseline. */
export function HourBars({ hours, label }: { hours: number[]; label: string }) {
  const most = Math.max(1, ...hours)
  const slot = 100 / hours.length
  return (
    <svg role="img" aria-label={label} className="block h-12 w-full" preserveAspectRatio="none">
      <line x1="0" x2="100%" y1="100%" y2="100%" className="stroke-line-strong" strokeWidth="2" />
      {hours.map((ratings, hour) => (
        <rect
          key={hour}
          x={`${hour * slot + slot * 0.15}%`}
          width={`${slot * 0.7}%`}
          y={`${100 - (ratings / most) * 100}%`}
          height={`${(ratings / most) * 100}%`}
          className="fill-level-4"
        />
      ))}
    </svg>
  )
}
