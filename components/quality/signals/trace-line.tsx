import { classes } from '@/components/ui/classes'

type Trace = (number | null)[]

/** The largest distance from 0 that any of the lines has, so that lines of several raters can be compared. */
export function reachOf(traces: readonly Trace[]): number {
  return traces.flat().reduce<number>((reach, point) => Math.max(reach, Math.abs(point ?? 0)), 0.5)
}

type Props = { trace: Trace; reach: number; className?: string }

/** Severity along the work: a line that breaks where nothing could be compared, around a quiet line at 0. */
export function TraceLine({ trace, reach, className }: Props) {
  const last = trace.findLastIndex((point) => point !== null)
  const x = (at: number) => (trace.length < 2 ? 50 : (at / (trace.length - 1)) * 100)
  const y = (value: number) => 50 - (value / reach) * 46
  const alone = (at: number) => (trace[at - 1] ?? null) === null && (trace[at + 1] ?? null) === null
  return (
    <svg
      width="100%"
      height="100%"
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      aria-hidden
      className={classes('overflow-visible', className)}
    >
      <line
        x1="0"
        x2="100"
        y1="50"
        y2="50"
        vectorEffect="non-scaling-stroke"
        className="stroke-line-strong"
      />
      {linesOf(trace).map((line) => (
        <polyline
          key={line[0]?.at}
          points={line.map(({ at, value }) => `${x(at)},${y(value)}`).join(' ')}
          fill="none"
          strokeWidth="1.5"
          strokeLinejoin="round"
          vectorEffect="non-scaling-stroke"
          className="stroke-ink-2"
        />
      ))}
      {trace.map((value, at) =>
        value !== null && (at === last || alone(at)) ? (
          <line
            key={at}
            x1={x(at)}
            x2={x(at)}
            y1={y(value)}
            y2={y(value)}
            strokeWidth={at === last ? 5 : 3}
            strokeLinecap="round"
            vectorEffect="non-scaling-stroke"
            className="stroke-ink"
          />
        ) : null,
      )}
    </svg>
  )
}

/** The parts of a trace without a gap. */
function linesOf(trace: Trace): { at: number; value: number }[][] {
  const lines: { at: number; value: number }[][] = []
  trace.forEach((value, at) => {
    if (value === null) return
    if (at === 0 || trace[at - 1] === null) lines.push([])
    lines.at(-1)?.push({ at, value })
  })
  return lines.filter((line) => line.length > 1)
}
